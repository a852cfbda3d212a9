/** Compiles the scan kernel, which is written in AssemblyScript, to WebAssembly. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

const source = 'server/scan/kernel/kernel.ts';

/** @returns {Promise<{ bytes: Uint8Array | undefined, problems: string[] }>} */
export async function compileKernel() {
	// By a name that the compiler cannot follow: that package's types declare globals of their own.
	const compiler = ['assemblyscript', 'asc'].join('/');
	const { default: asc } = await import(compiler);
	let bytes;
	const output = asc.createMemoryStream();
	const flags = '--runtime stub --noAssert --optimizeLevel 3 --converge --enable simd --importMemory'.split(' ');
	const { error } = await asc.main([source, '--outFile', 'kernel.wasm', ...flags], {
		stdout: output,
		stderr: output,
		readFile: (name) => readFile(join(root, name), 'utf8').catch(() => null),
		writeFile: (name, content) => {
			if (name === 'kernel.wasm') bytes = content;
		},
		listFiles: () => [],
	});
	return error
		? { bytes: undefined, problems: [`${source}: ${error.message}\n${output.toString()}`] }
		: { bytes, problems: [] };
}

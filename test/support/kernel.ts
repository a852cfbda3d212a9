/** The scan kernel for tests, compiled from its source. */
import { compileKernel } from '../../scripts/kernel.mjs';
import type { KernelMaker } from '../../server/scan/kernelScanner.ts';

export async function kernelMaker(): Promise<KernelMaker> {
	const { bytes, problems } = await compileKernel();
	if (!bytes) throw new Error(problems.join('\n'));
	const module = await WebAssembly.compile(bytes);
	return (size) => {
		const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65_536) });
		const { exports } = new WebAssembly.Instance(module, { env: { memory } });
		return { kernel: exports as unknown as ReturnType<KernelMaker>['kernel'], memory: memory.buffer };
	};
}

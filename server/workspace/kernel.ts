/** Runs the scan kernel. */
import type { KernelMaker } from '../scan/kernelScanner.ts';

/** What is used of WebAssembly, for which Node's types have no values. */
interface Wasm {
	Module: new (bytes: Uint8Array) => object;
	Memory: new (pages: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
	Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const PAGE = 65_536;

/**
 * @param bytes the compiled kernel
 * @returns what makes instances of it; undefined where this machine cannot run it (no SIMD, no WebAssembly)
 */
export function kernelMaker(bytes: Uint8Array): KernelMaker | undefined {
	const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm | undefined };
	if (!wasm) return undefined;
	let module: object;
	try {
		module = new wasm.Module(bytes);
	} catch {
		return undefined;
	}
	return (size) => {
		const memory = new wasm.Memory({ initial: Math.ceil(size / PAGE) });
		const { exports } = new wasm.Instance(module, { env: { memory } });
		return { kernel: exports as ReturnType<KernelMaker>['kernel'], memory: memory.buffer };
	};
}

/** The scan kernel for tests, compiled from its source. */
import { compileKernel } from '../../scripts/kernel.mjs';
import type { KernelMaker } from '../../server/scan/kernelScanner.ts';
import { kernelMaker } from '../../server/workspace/kernel.ts';

export async function testKernel(): Promise<KernelMaker> {
	const { bytes, problems } = await compileKernel();
	const make = bytes && kernelMaker(bytes);
	if (!make) throw new Error(`The kernel cannot be compiled or run here. ${problems.join('\n')}`);
	return make;
}

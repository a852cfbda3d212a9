/** The types of kernel.mjs, for the tests that run the kernel. */
export function compileKernel(): Promise<{ bytes: Uint8Array | undefined; problems: string[] }>;

// A numerical look-alike: none of these is an error code.
export const PORT = 5000;
export const delays = [4000, 4100, 5100];
export function start(listen: (port: number) => void): void {
	setTimeout(() => listen(PORT), 4000);
}

/** The scanner whose bytes lie in the memory of the kernel (`kernel/kernel.ts`). */
import { type Needles, Sought } from './needles.ts';
import type { Hit, Scanner, Wanted } from './scanner.ts';
import { tablesOf } from './tables.ts';

/** The part of WebAssembly that is used, which the engine's types do not have. */
interface Kernel {
	open(tables: number, begin: number, hits: number, capacity: number, keyed: boolean): void;
	/** Each of these returns where the hits end. */
	numbers(from: number, end: number, linesBefore: number): number;
	dots(from: number, end: number, linesBefore: number): number;
	words(from: number, end: number, linesBefore: number): number;
	readonly next: { readonly value: number };
	readonly counted: { readonly value: number };
}

/** Makes an instance of the kernel that works on a memory of so many bytes. */
export type KernelMaker = (bytes: number) => { readonly kernel: Kernel; readonly memory: ArrayBuffer };

const HIT_WORDS = 4;
const CAPACITY = 8_192;
/** Zeros before and behind a chunk: the kernel looks a little further than it. */
const MARGIN = 256;
/** What the kernel's own data may take at the beginning of its memory. */
const OWN = 4_096;

const aligned = (offset: number): number => Math.ceil(offset / 64) * 64;
/** The room begins with a page of the machine: reading into whole pages is quicker. */
const pageAfter = (offset: number): number => Math.ceil(offset / 4_096) * 4_096;

/** @param longest bytes of the longest chunk */
export function kernelScanner(needles: Needles, make: KernelMaker, longest: number): Scanner {
	const tables = tablesOf(needles);
	const hitBase = aligned(OWN + tables.length);
	const roomBase = pageAfter(hitBase + CAPACITY * HIT_WORDS * 4 + MARGIN);
	const { kernel, memory } = make(roomBase + longest + MARGIN);
	new Uint8Array(memory, OWN).set(tables);
	const hits = new Uint32Array(memory, hitBase, CAPACITY * HIT_WORDS);
	const room = new Uint8Array(memory, roomBase, longest);
	const bytes = new Uint8Array(memory);
	const kinds = kindsOf(needles);
	const lengths = needles.all.map(({ text }) => text.length);

	return {
		room,
		scan(from: number, to: number, wanted: Wanted, found: (hit: Hit) => void): number {
			const begin = roomBase + from;
			const behind = roomBase + to;
			bytes.fill(0, begin - MARGIN, begin);
			bytes.fill(0, behind, behind + MARGIN);
			let end = 0;
			const tell = (at: number, list: Uint32Array): void => {
				const offset = list[at] ?? 0;
				if (offset < end) return;
				const needle = list[at + 1] ?? 0;
				end = offset + (lengths[needle] ?? 0);
				found({
					offset,
					text: needles.origin[needle] ?? 0,
					line: list[at + 2] ?? 0,
					lineStart: list[at + 3] ?? 0,
				});
			};
			const all: Uint32Array[] = [];
			let lines = 0;
			for (const kind of kinds) {
				lines = 0;
				for (let at = begin; at < behind; at = kernel.next.value) {
					kernel.open(OWN, begin, hitBase, CAPACITY, wanted === 'keyed');
					const hitEnd = kernel[kind](at, behind, lines);
					lines = kernel.counted.value;
					const count = (hitEnd - hitBase) / 4;
					if (kinds.length === 1) for (let i = 0; i < count; i += HIT_WORDS) tell(i, hits);
					else for (let i = 0; i < count; i += HIT_WORDS) all.push(hits.slice(i, i + HIT_WORDS));
				}
			}
			const lengthOf = (hit: Uint32Array): number => lengths[hit[1] ?? 0] ?? 0;
			all.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0) || lengthOf(other) - lengthOf(one));
			for (const hit of all) tell(0, hit);
			return lines;
		},
	};
}

/** What is sought in one pass each. Numbers if nothing else, since somebody has to count the lines. */
function kindsOf({ sought }: Needles): readonly ('numbers' | 'dots' | 'words')[] {
	const kinds = (['numbers', 'dots', 'words'] as const).filter((kind) => (sought & Sought[kind]) !== 0);
	return kinds.length === 0 ? ['numbers'] : kinds;
}

/** The scanner without WebAssembly: slower, the same results. What it says is what the kernel has to do. */
import { ByteClass, type Needle, type Needles } from './needles.ts';
import type { Hit, Scanner, Wanted } from './scanner.ts';

const LINE_END = 10;
const MOST_BLANKS = 16;

/** @param longest bytes of the longest chunk */
export function plainScanner({ all, origin, classes }: Needles, longest: number): Scanner {
	const room = new Uint8Array(longest);
	/** By anchor; longer ones first. */
	const byAnchor = new Map<string, (Needle & { readonly origin: number })[]>();
	for (const [i, needle] of all.entries()) {
		const entry = { ...needle, origin: origin[i] ?? 0 };
		byAnchor.set(needle.anchor, [...(byAnchor.get(needle.anchor) ?? []), entry]);
	}

	return {
		room,
		scan(from: number, to: number, wanted: Wanted, found: (hit: Hit) => void): number {
			const part = room.subarray(from, to);
			const { length } = part;
			const kindAt = (at: number): number => (at < 0 || at >= length ? 0 : (classes[part[at] ?? 0] ?? 0));
			const isWord = (at: number): boolean => (kindAt(at) & ByteClass.word) !== 0;
			const stands = (text: string, begin: number): boolean => {
				if (begin < 0 || begin + text.length > length || isWord(begin - 1) || isWord(begin + text.length)) return false;
				for (let i = 0; i < text.length; i++) if (part[begin + i] !== text.charCodeAt(i)) return false;
				return true;
			};
			const isKeyed = (begin: number): boolean => {
				let at = begin - 1;
				const last = begin - MOST_BLANKS;
				while (kindAt(at) & ByteClass.blank && at > last) at--;
				if (!(kindAt(at) & ByteClass.separator)) return false;
				while (kindAt(at) & (ByteClass.separator | ByteClass.blank) && at > last) at--;
				return (kindAt(at) & ByteClass.keyEnd) !== 0;
			};

			let lines = 0;
			let lineStart = 0;
			const hits: (Hit & { readonly end: number })[] = [];
			for (let at = 0; at < length; ) {
				if (!isWord(at)) {
					if (part[at] === LINE_END) {
						lines++;
						lineStart = at + 1;
					}
					at++;
					continue;
				}
				let end = at;
				let word = '';
				while (isWord(end)) word += String.fromCharCode(part[end++] ?? 0);
				const needle = byAnchor.get(word)?.find(({ text, back }) => stands(text, at - back));
				if (needle) {
					const offset = at - needle.back;
					if (wanted === 'all' || isKeyed(offset))
						hits.push({ offset, text: needle.origin, line: lines, lineStart, end: offset + needle.text.length });
				}
				at = end;
			}
			hits.sort((one, other) => one.offset - other.offset || other.end - one.end);
			let behind = 0;
			for (const { end, ...hit } of hits) {
				if (hit.offset < behind) continue;
				behind = end;
				found(hit);
			}
			return lines;
		},
	};
}

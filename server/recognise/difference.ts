/** Where two texts differ, as tree-sitter wants to hear of it. */
import { Edit, type Point } from 'web-tree-sitter';

/** How much of two texts is compared at a time: far quicker than unit by unit, and a copy costs nothing. */
const STRIDE = 4096;

/** The one stretch in which two texts differ, as tree-sitter wants to hear of it. */
export function difference(before: string, after: string): Edit {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start + STRIDE <= most && before.slice(start, start + STRIDE) === after.slice(start, start + STRIDE))
		start += STRIDE;
	while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let same = 0;
	const tail = (text: string) => text.slice(text.length - same - STRIDE, text.length - same);
	while (same + STRIDE <= most - start && tail(before) === tail(after)) same += STRIDE;
	while (
		same < most - start &&
		before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
	)
		same++;
	const oldEnd = before.length - same;
	const newEnd = after.length - same;
	const startPosition = pointAfter({ row: 0, column: 0 }, before, 0, start);
	return new Edit({
		startIndex: start,
		oldEndIndex: oldEnd,
		newEndIndex: newEnd,
		startPosition,
		oldEndPosition: pointAfter(startPosition, before, start, oldEnd),
		newEndPosition: pointAfter(startPosition, after, start, newEnd),
	});
}

/** The point of an offset behind another one whose point is known. */
function pointAfter(known: Point, text: string, from: number, offset: number): Point {
	let { row } = known;
	let lineStart = from - known.column;
	for (let at = text.indexOf('\n', from); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
		row++;
		lineStart = at + 1;
	}
	return { row, column: offset - lineStart };
}

/** What finds needles in the bytes of a chunk; the kernel and the plain scanner give the same. */

/** A place where a needle stands. Offsets count bytes from the chunk's beginning. */
export interface Hit {
	readonly offset: number;
	/** Which of the texts that the needles were made of. */
	readonly text: number;
	/** Line ends before it in the chunk. */
	readonly line: number;
	/** Where its line begins, as far as that is in the chunk. */
	readonly lineStart: number;
}

/** What is asked for: each word of the set, or only those that seem to follow a key and a separator. */
export type Wanted = 'all' | 'keyed';

export interface Scanner {
	/** Where the bytes of a chunk go, anywhere in it. */
	readonly room: Uint8Array;
	/**
	 * Finds the needles in a part of the room, of those that overlap the first and of those that begin together the
	 * longest. Tells `found` of each in order and returns the number of line ends. What is outside of the part does not
	 * count, and may be overwritten up to 256 bytes before it and behind it.
	 */
	scan(begin: number, end: number, wanted: Wanted, found: (hit: Hit) => void): number;
}

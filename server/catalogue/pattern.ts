/** Texts of catalogues as parts of regular expressions. */

/** A text as a pattern that matches it as it stands. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern for any of these texts, as a group; of texts that begin alike the first given wins. */
export const anyOf = (texts: Iterable<string>): string => `(?:${[...texts].map(escapePattern).join('|')})`;

/** One version of an open document: the library keeps the newest, the very same object with another text. */
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Turns offsets of one version of a document into positions and back. */
export type Positions = Pick<TextDocument, 'offsetAt' | 'positionAt'>;

/**
 * The positions of a document as it is now, whatever becomes of it: an answer that takes a while converts its offsets
 * with the text that it was made from. Costs nothing while the document stays as it is, which keeps its line table.
 */
export function snapshot(document: TextDocument): Positions {
	const { uri, languageId, version } = document;
	const text = document.getText();
	let copy: TextDocument | undefined;
	const unchanged = (): TextDocument => {
		if (document.version === version) return document;
		copy ??= TextDocument.create(uri, languageId, version, text);
		return copy;
	};
	return {
		offsetAt: (position) => unchanged().offsetAt(position),
		positionAt: (offset) => unchanged().positionAt(offset),
	};
}

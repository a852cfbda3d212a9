/** Syntax errors of a text, counted by the parser itself, so that a fix is not judged by the engine that made it. */
import { Language, type Node, Parser } from 'web-tree-sitter';
import { readableBy } from '../../server/recognise/readable.ts';
import { readGrammar, testLanguages } from './engine.ts';

const loaded = new Map<string, Promise<Language>>();

async function language(grammar: string): Promise<Language> {
	await Parser.init();
	return Language.load(await readGrammar(grammar));
}

/** The ERROR and MISSING nodes of a text, each as `line:column kind`, from 1. `grammar`: as a language's data names it. */
export async function syntaxErrors(text: string, grammar: string): Promise<string[]> {
	let ready = loaded.get(grammar);
	if (!ready) {
		ready = language(grammar);
		loaded.set(grammar, ready);
	}
	const loadedLanguage = await ready;
	const parser = new Parser();
	parser.setLanguage(loadedLanguage);
	const data = (await testLanguages()).find((one) => one.grammar === grammar);
	const tree = parser.parse(data ? readableBy(data)(text) : text);
	if (!tree) throw new Error(`The ${grammar} parser gave no tree.`);
	const errors: string[] = [];
	const visit = (node: Node): void => {
		if (node.isError || node.isMissing) {
			const { row, column } = node.startPosition;
			errors.push(`${row + 1}:${column + 1} ${node.isMissing ? `missing ${node.type}` : 'error'}`);
		}
		if (!node.hasError) return;
		for (const child of node.children) visit(child);
	};
	visit(tree.rootNode);
	tree.delete();
	parser.delete();
	return errors;
}

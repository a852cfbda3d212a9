/**
 * The text of a catalogue file, YAML or JSON, to its value, with every problem at its line. Only where files are written
 * by people: the build and its tests. What runs later reads the JSON that the build has made.
 */
import { type ParseError, parse as parseJsonc, printParseErrorCode, visit } from 'jsonc-parser';
import { isScalar, LineCounter, parseDocument, visit as visitYaml } from 'yaml';
import { cut } from './problems.ts';

export interface ParseResult {
	/** Absent where there is any problem. */
	readonly value?: unknown;
	/** One sentence each, for people; each begins with `source:line:`, lines from 1. */
	readonly problems: string[];
}

/** As many uses of anchors as any honest file has; more is a bomb. */
const MOST_ALIASES = 100;

/**
 * Parses a text as JSON where the source's name ends in `.json`, else as YAML 1.2. `source`: what people know the
 * file by. Never throws.
 */
export function parseCatalogue(text: string, source: string): ParseResult {
	const clean = text.replace(/^\uFEFF/, '');
	try {
		return source.toLowerCase().endsWith('.json') ? parseJson(clean, source) : parseYaml(clean, source);
	} catch (error) {
		if (error instanceof RangeError) return { problems: [`${source}: its values are nested too deeply.`] };
		const reason = error instanceof Error ? error.message : String(error);
		return { problems: [`${source}: cannot be read: ${reason}.`] };
	}
}

function parseYaml(text: string, source: string): ParseResult {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
	const at = (offset: number) => `${source}:${lines.linePos(offset).line}`;
	const faults = [...document.errors, ...document.warnings];
	// The parser reports its own exhaustion like a fault of the text, once per level.
	if (faults.some((fault) => fault.code === 'RESOURCE_EXHAUSTION')) throw new RangeError('Nested too deeply');
	const problems = faults.map((fault) => {
		const single = 'the file holds several documents; one file is one catalogue';
		return `${at(fault.pos[0])}: ${fault.code === 'MULTIPLE_DOCS' ? single : fault.message}.`;
	});
	// 0100 or 1.10 as a number would lose its spelling, and a code is known by its spelling.
	visitYaml(document, {
		Scalar(_key, node) {
			if (!isScalar(node) || typeof node.value !== 'number' || node.source === undefined) return;
			if (node.source === String(node.value)) return;
			problems.push(
				`${at(node.range?.[0] ?? 0)}: ${node.source} is read as the number ${node.value}; put it in quotes, or write the number so.`,
			);
		},
	});
	if (problems.length > 0) return { problems: cut(problems, source) };
	try {
		return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), problems };
	} catch (error) {
		// The parser's way to say that an alias has no anchor, or that aliases multiply.
		if (!(error instanceof ReferenceError)) throw error;
		const reason = error.message.startsWith('Excessive') ? 'its aliases (*) are used too often' : error.message;
		return { problems: [`${source}: ${reason}.`] };
	}
}

function parseJson(text: string, source: string): ParseResult {
	const errors: ParseError[] = [];
	const options = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
	const value: unknown = parseJsonc(text, errors, options);
	const problems = errors.map((error) => {
		const name = printParseErrorCode(error.error)
			.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
			.toLowerCase();
		return `${source}:${lineAt(text, error.offset)}: this is not JSON: ${name}.`;
	});
	const open: Set<string>[] = [];
	visit(text, {
		onObjectBegin: () => {
			open.push(new Set());
		},
		onObjectEnd: () => {
			open.pop();
		},
		onObjectProperty: (key, _offset, _length, line) => {
			if (open.at(-1)?.has(key)) problems.push(`${source}:${line + 1}: ${JSON.stringify(key)} stands twice here.`);
			open.at(-1)?.add(key);
		},
	});
	return problems.length > 0 ? { problems: cut(problems, source) } : { value, problems };
}

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

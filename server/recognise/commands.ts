/** Builds commands: a word with what is given to it, and pipes, in which each reads what the one before gives. */

import type { LanguageData } from '../languages/language.ts';
import type { Range } from '../model.ts';
import { bracketed, conditionIn, wordOf } from './commandTests.ts';
import { questionIn } from './filters.ts';
import { type Parts, SEQUENCE } from './parts.ts';
import { pathText } from './pathText.ts';
import type { Assign, Call, Name, Syntax } from './syntax.ts';

/** An assignment that nobody had to write as one. */
export const given = ({ start, end }: Range, targets: readonly Syntax[], values: readonly Syntax[]): Assign => ({
	...{ kind: 'assign', start, end, targets, values },
	...{ declares: true, plain: true, type: '' },
});
export function command(of: Parts): Syntax | undefined {
	const { data, start, end } = of;
	const inputs = of.all('input');
	const own = of.all('args').flatMap((node) => (node.kind === 'list' && node.type === SEQUENCE ? node.items : [node]));
	let [name, ...args] = [of.maybe('name'), ...own];
	if (name && of.written('sign') === '.') return imported(name, of);
	let word = wordOf(name);
	while (name && data.commands[word] === 'prefix' && args[0]) {
		[name, ...args] = args;
		word = wordOf(name);
	}
	// A command that the grammar has a node of its own for
	if (!name) return of.children.find(({ node }) => node)?.node;
	switch (data.commands[word]) {
		case 'return':
			return { kind: 'return', start, end, values: args.slice(0, 1) };
		case 'break':
		case 'continue':
			return { kind: 'jump', start, end, to: data.commands[word] === 'break' ? 'break' : 'continue' };
		case 'true':
			return { kind: 'constant', start, end, value: 'true' };
		case 'false':
			return { kind: 'constant', start, end, value: 'false' };
		case 'nothing':
			return { kind: 'nothing', start, end };
		case 'test':
			return bracketed(conditionIn(args, of), of);
		case 'import':
			return imported(args.find((arg) => arg.kind === 'text' && /[\\/]|\.\w+$/.test(arg.value)) ?? args[0], of);
		case 'set': {
			const option = (wanted: string) =>
				args[args.findIndex((arg) => wordOf(arg).toLowerCase() === `-${wanted}`) + 1 || args.length];
			const plainOnes = args.filter((arg) => !isOption(arg));
			const target = option('name') ?? plainOnes[0];
			const value = option('value') ?? plainOnes[1];
			if (!target || !value) return undefined;
			return given(of, [{ ...(nameOf(target) as Name), text: `$${wordOf(target)}` }], [value]);
		}
		case 'read': {
			// What is read into names is theirs.
			const names = args.flatMap((arg) => (wordOf(arg).match(/^[A-Za-z_]\w*$/) ? [nameOf(arg)] : []));
			const call: Call = { kind: 'call', start, end, callee: nameOf(name), args: inputs };
			return { kind: 'other', start, end, children: [call, given(of, names, [])] };
		}
	}
	// `(( code == 4100 ))` stands where a command might.
	if (args.length === 0 && name.kind !== 'text' && name.kind !== 'name' && name.kind !== 'index') return name;
	const callee = name.kind === 'text' && name.holes.length === 0 ? nameOf(name) : name;
	const call: Call = { kind: 'call', start, end, callee, args };
	return fed(call, inputs[0], data);
}

const nameOf = (node: Syntax): Syntax => ({ kind: 'name', start: node.start, end: node.end, text: wordOf(node) });

const isOption = (node: Syntax): boolean => node.kind === 'text' && node.value.startsWith('-');

/** A call with what it reads, which comes first: a field of it, or what it finds in it. */
function fed(call: Call, input: Syntax | undefined, { lexicon }: LanguageData): Syntax {
	const name = pathText(call.callee);
	if (lexicon.pathReaders.includes(name)) {
		const question = questionOf(call, input);
		if (question) return { ...question, start: call.start, end: call.end };
		const at = call.args.findIndex((arg) => arg.kind === 'text' && fieldsIn(arg.value).fields.length > 0);
		const path = call.args[at];
		const from = input ?? call.args.slice(at + 1).find((arg) => arg.kind !== 'pair' && !isOption(arg));
		if (path?.kind === 'text' && from) {
			const { start, end } = call;
			const { fields, isPart } = fieldsIn(path.value);
			const field = fields.reduce<Syntax>(
				(object, property) => ({ kind: 'member', start, end, object, property }),
				from,
			);
			return isPart ? { kind: 'other', start, end, children: [field] } : field;
		}
	}
	if (lexicon.picks.includes(name) && input) {
		const at = call.args.findIndex((arg) => /^-(?:expandproperty|membername)$/i.test(wordOf(arg)));
		const property = wordOf(call.args[at + 1]);
		if (at !== -1 && property) return { kind: 'member', start: call.start, end: call.end, object: input, property };
	}
	const isSeeking = lexicon.containsIn.includes(name) || lexicon.textContains.includes(name);
	const args = isSeeking ? call.args.filter((arg) => !isOption(arg)) : call.args;
	return input || isSeeking ? { ...call, args: [...(input ? [input] : []), ...args] } : call;
}

/** What a call asks of what it reads: `jq -e '.code == 4100'`. */
function questionOf({ args }: Call, input: Syntax | undefined): Syntax | undefined {
	for (const [at, arg] of args.entries()) {
		if (arg.kind !== 'text' || isOption(arg)) continue;
		const from = input ?? args.slice(at + 1).find((one) => one.kind !== 'pair' && !isOption(one));
		// Read where it is asked: what it is read from stands elsewhere, and cannot be written in its place.
		const question = from && questionIn(arg, { ...from, start: arg.end, end: arg.end });
		if (question) return question;
	}
	return undefined;
}

/**
 * `.Response.Error.Code // empty` → Response, Error, Code; what is more than a path (`.items[].id`) gives its beginning,
 * and says that it gives more.
 */
function fieldsIn(path: string): { readonly fields: string[]; readonly isPart: boolean } {
	const found = /^\s*((?:\.\[?"?[A-Za-z_]\w*"?\]?\??)+)\s*(.*)$/s.exec(path);
	const [, own = '', rest = ''] = found ?? [];
	return {
		fields: own.match(/\w+/g) ?? [],
		isPart: rest !== '' && !/^(?:\/\/|\|\s*(?:tostring|tonumber)\b)/.test(rest),
	};
}

export function piped(of: Parts): Syntax | undefined {
	const { data, start } = of;
	const [first, ...stages] = of.all('*');
	return stages.reduce<Syntax | undefined>((before, stage) => {
		if (!before) return stage;
		const input = relayed(before, data);
		if (stage.kind === 'call') return fed({ ...stage, start }, input, data);
		if (stage.kind === 'pair') return before;
		return { kind: 'other', start, end: stage.end, children: [before, stage] };
	}, first);
}

/** What a command gives to the next: what it is given where it only hands that on. */
function relayed(node: Syntax, { lexicon }: LanguageData): Syntax {
	if (node.kind !== 'call' || !lexicon.relays.includes(pathText(node.callee))) return node;
	const last = node.args.filter((arg) => arg.kind !== 'pair' && !isOption(arg)).at(-1);
	return last ?? node;
}

/** `source "$DIR/codes.sh"`: a path that begins with a variable is meant from the file's own folder. */
function imported(path: Syntax | undefined, { start, end }: Parts): Syntax {
	const written = path?.kind === 'text' ? path.value.replaceAll('\\', '/').replace(/^\$PSScriptRoot\//i, './') : '';
	const source = path?.kind === 'text' && path.holes.length > 0 ? `./${written.replace(/^\/+/, '')}` : written;
	if (!source || source.includes('"')) return { kind: 'other', start, end, children: path ? [path] : [] };
	return {
		...{ kind: 'import', start, end, sources: [source], names: [] },
		bindings: [{ kind: 'binding', start, end, what: 'all', source, imported: '', local: '', exported: false }],
	};
}

/** Builds imports and exports from a grammar node's shape and children: which name stands for what of which module. */
import { flat, type Parts } from './parts.ts';
import type { Binding, Import, Syntax } from './syntax.ts';

/** The node, or undefined where the shape is none of these. */
export function buildImport(of: Parts): Syntax | undefined {
	const { shape, start, end } = of;
	switch (shape.is) {
		case 'binding': {
			const imported = of.written('name').replace(/\s+/g, '');
			const local = of.written('alias') || imported;
			const what = (shape.what as Binding['what'] | undefined) ?? 'name';
			const binding: Binding = { kind: 'binding', start, end, what, source: '', imported, local, exported: false };
			return binding;
		}
		case 'import':
			return imported(of);
		case 'export':
			return exported(of);
		default:
			return undefined;
	}
}

/** `bare` of the shape: what a name without more imports: the module's default, a name, or a whole module. */
function imported(of: Parts): Import {
	const { shape, start, end, text } = of;
	const written = sourcesOf(of);
	const [source = ''] = written;
	const inner = flat(of.all('names'));
	const bindings = inner.flatMap((node): Binding[] => {
		if (node.kind === 'import') return [...node.bindings];
		if (node.kind === 'binding') {
			// `import a.b as c`: the module is what is named.
			const isModule = shape.bare === 'module' && node.what === 'name';
			return isModule
				? [{ ...node, what: 'module', source: node.imported, imported: '' }]
				: node.what === 'none'
					? []
					: [{ ...node, source }];
		}
		if (node.kind !== 'name' && node.kind !== 'member') return [];
		const name = text(node.start, node.end).replace(/\s+/g, '');
		const base = { kind: 'binding', start: node.start, end: node.end, exported: false } as const;
		if (shape.bare === 'default') return [{ ...base, what: 'name', source, imported: 'default', local: name }];
		if (shape.bare === 'name') return [{ ...base, what: 'name', source, imported: name, local: name }];
		return [{ ...base, what: 'module', source: source || name, imported: '', local: name }];
	});
	const unnamed = shape.unnamed as 'module' | 'all' | 'last' | undefined;
	if (inner.length === 0 && unnamed && unnamed !== 'last' && source)
		bindings.push({ kind: 'binding', start, end, what: unnamed, source, imported: '', local: '', exported: false });
	const sources = written.length > 0 ? written : [...new Set(bindings.map((binding) => binding.source))];
	// `import a.b.Codes`, `import a.b.Codes.AUTH as DENIED`: the last of its names
	const last = shape.unnamed === 'last' ? /^(.*)\.([^.]*)$/s.exec(source.replace(/\s+/g, '')) : null;
	if (last && inner.every((node) => node.kind === 'name')) {
		const [, before = '', imported = ''] = last;
		const [named] = inner;
		const local = named?.kind === 'name' ? named.text : imported;
		bindings.splice(0, bindings.length, {
			kind: 'binding',
			start,
			end,
			what: 'name',
			source: before,
			imported,
			local,
			exported: false,
		});
	}
	const nested = inner.flatMap((node) => (node.kind === 'import' ? node.sources : []));
	return {
		kind: 'import',
		start,
		end,
		sources: [...sources, ...nested.filter((one) => !sources.includes(one))],
		bindings,
		names: [],
	};
}

/** `export { A as B } from './codes'`, `export * from …`, `export default …`, `export = …`, and what is declared there. */
function exported(of: Parts): Syntax {
	const { shape, start, end, text } = of;
	const [source = ''] = sourcesOf(of);
	const names = flat(of.all('names')).filter((node) => node.kind === 'binding');
	const has = (word: unknown): boolean =>
		word !== undefined && of.children.some((child) => !child.isNamed && text(child.start, child.end) === word);
	if (names.length > 0 || source) {
		const bindings: Binding[] =
			names.length > 0
				? names.map((node) => ({ ...node, source, exported: true }))
				: [{ kind: 'binding', start, end, what: 'all', source, imported: '', local: '', exported: true }];
		const read = source
			? []
			: names.map((node): Syntax => {
					const { start: from, imported: name } = node;
					return { kind: 'name', start: from, end: from + name.length, text: name };
				});
		return { kind: 'import', start, end, sources: [], bindings, names: read };
	}
	const statements = [...of.all('value'), ...of.all('*')];
	const target = has(shape.default) ? DEFAULT : has(shape.whole) ? WHOLE : undefined;
	const [value] = statements;
	if (target === undefined || !value) return { kind: 'block', start, end, statements };
	const name: Syntax = { kind: 'name', start, end: start, text: target };
	return { kind: 'assign', start, end, targets: [name], values: [value], declares: true, plain: true, type: '' };
}

/** Under which names a file defines what it exports without one: its default, and itself as a whole. */
const DEFAULT = 'default';
export const WHOLE = 'export=';

function sourcesOf({ shape, parts, text }: Parts): string[] {
	// `com.acme.codes`, whose names are nodes of their own
	const names = parts.get('sources') ?? [];
	const [first] = names;
	if (shape.joined === true && first) return [text(first.start, names.at(-1)?.end ?? first.end)];
	return (parts.get('sources') ?? []).map(({ node, start, end }) =>
		// `<map>` of C is a token.
		node?.kind === 'text' ? node.value : text(start, end).replace(/^<(.*)>$/, '$1'),
	);
}

/**
 * Which files come by a constant that is a code, through whatever they import: asked at every keystroke in texts that
 * name no code themselves, so it is found out once, backwards from the files with codes, and again only when one of
 * those or an import changes.
 */
import { folderOf } from './paths.ts';
import type { IndexedFile, Workspace } from './workspace.ts';

interface Node {
	readonly file: IndexedFile;
	readonly changes: number;
	/** Files that it imports, and folders with a slash behind. */
	readonly imports: readonly string[];
}

export class Reach {
	readonly #workspace: Workspace;
	readonly #nodes = new Map<string, Node>();
	#reaching: ReadonlySet<string> = new Set();
	#generation = Number.NaN;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** Whether a file has a code, or comes by one. */
	fromFile(id: string): boolean {
		this.#refresh();
		return this.#reaching.has(id);
	}

	/** Whether a file right in a folder does. */
	fromFolder(folder: string): boolean {
		this.#refresh();
		return this.#reaching.has(`${folder}/`);
	}

	#refresh(): void {
		const workspace = this.#workspace;
		if (this.#generation === workspace.generation) return;
		this.#generation = workspace.generation;
		let isChanged = false;
		for (const file of workspace.files()) {
			const before = this.#nodes.get(file.id);
			const changes = workspace.changesIn(folderOf(file.id));
			if (before?.file === file && before.changes === changes) continue;
			const imports = this.#importsOf(file);
			isChanged ||= before?.file.hasCodes !== file.hasCodes || before.imports.join('\n') !== imports.join('\n');
			this.#nodes.set(file.id, { file, changes, imports });
		}
		if (this.#nodes.size > workspace.size)
			for (const id of this.#nodes.keys())
				if (!workspace.has(id)) {
					this.#nodes.delete(id);
					isChanged = true;
				}
		if (isChanged) this.#reaching = this.#walk();
	}

	#importsOf({ id, modules, facts }: IndexedFile): string[] {
		const found = new Set<string>();
		for (const source of new Set(facts.bindings.map((binding) => binding.source))) {
			const { files, folder } = this.#workspace.resolve(source, id, modules);
			for (const file of files) found.add(file);
			// Which of a folder's files is meant, the source alone does not say.
			if (modules.nested && folder !== undefined) found.add(`${folder}/`);
		}
		return [...found];
	}

	#walk(): Set<string> {
		const importers = new Map<string, string[]>();
		const left: string[] = [];
		for (const { file, imports } of this.#nodes.values()) {
			if (file.hasCodes) left.push(file.id);
			for (const imported of imports) {
				const known = importers.get(imported);
				if (known) known.push(file.id);
				else importers.set(imported, [file.id]);
			}
		}
		const reaching = new Set<string>();
		for (let id = left.pop(); id !== undefined; id = left.pop()) {
			if (reaching.has(id)) continue;
			reaching.add(id);
			const folder = `${folderOf(id)}/`;
			for (const imported of reaching.has(folder) ? [id] : [id, folder])
				for (const importer of importers.get(imported) ?? []) if (!reaching.has(importer)) left.push(importer);
			reaching.add(folder);
		}
		return reaching;
	}
}

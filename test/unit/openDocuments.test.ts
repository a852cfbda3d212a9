/** Open documents in the workspace index, when closing and opening come between the steps of taking one. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { DocumentInput } from '../../server/service.ts';
import type { Session } from '../../server/session.ts';
import { OpenDocuments } from '../../server/workspace/openDocuments.ts';
import type { LoadedEngine } from '../../server/workspace/openEngine.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';

const uri = 'file:///w/codes.ts';

/** What is open, by URI. */
let texts: Map<string, string>;
/** What the engine was told, in order. */
let told: string[];
let notes: string[];
/** Stands in the way of what is to wait. */
let gates: { takes: Promise<boolean>; index: Promise<void> };
let documents: OpenDocuments;

beforeEach(() => {
	vi.useFakeTimers();
	texts = new Map([[uri, 'unsaved']]);
	told = [];
	notes = [];
	gates = { takes: Promise.resolve(true), index: Promise.resolve() };
	const session = {
		status: { note: (message: string) => notes.push(message) },
		async document(uri: string) {
			const text = texts.get(uri);
			if (text === undefined) return undefined;
			const input: DocumentInput = { uri, path: 'codes.ts', languageId: 'typescript', version: 1, text };
			return { text: {}, settings: DEFAULT_SETTINGS, input };
		},
	} as unknown as Session;
	const service = {
		async index({ text }: DocumentInput) {
			await gates.index;
			told.push(`index ${text.slice(0, 20)}`);
		},
		async model({ text }: DocumentInput) {
			told.push(`model ${text}`);
		},
		unindex: () => told.push('unindex'),
	};
	const engine = { service, isExcluded: () => false } as unknown as LoadedEngine;
	documents = new OpenDocuments({ session, engine, takes: () => gates.takes, looked: () => {} });
	return () => vi.useRealTimers();
});

function gate<Value>() {
	let open: (value: Value) => void = () => {};
	const promise = new Promise<Value>((resolve) => {
		open = resolve;
	});
	return { promise, open: (value: Value) => open(value) };
}

const settle = () => vi.advanceTimersByTimeAsync(1000);

test('edits are taken a moment later, and followed', async () => {
	documents.edited(uri);
	await settle();
	texts.set(uri, 'edited');
	documents.edited(uri);
	documents.edited(uri);
	await settle();
	expect(told).toEqual(['index unsaved', 'model edited']);
});

test('a document that is closed while it is looked at does not get into the index', async () => {
	const { promise, open } = gate<boolean>();
	gates.takes = promise;
	documents.edited(uri);
	await settle();
	expect(documents.closed(uri)).toBe(uri);
	open(true);
	await settle();
	expect(told).toEqual([]);
});

test('what counts after closing waits until the unsaved text is in, and so replaces it', async () => {
	const { promise, open } = gate<void>();
	gates.index = promise;
	documents.edited(uri);
	await settle();
	documents.closed(uri);
	const read = documents.alone(uri, async () => void told.push('disk'));
	await settle();
	expect(told).toEqual([]);
	open();
	await read;
	expect(told).toEqual(['index unsaved', 'disk']);
});

test('opened again it is a new document, whatever became of the index', async () => {
	documents.edited(uri);
	await settle();
	documents.closed(uri);
	documents.edited(uri);
	await settle();
	expect(told).toEqual(['index unsaved', 'index unsaved']);
});

test('what is left out leaves the index, and comes back when it is looked at again', async () => {
	documents.edited(uri);
	await settle();
	gates.takes = Promise.resolve(false);
	documents.lookAgain();
	await settle();
	gates.takes = Promise.resolve(true);
	documents.lookAgain();
	await settle();
	expect(told).toEqual(['index unsaved', 'unindex', 'index unsaved']);
});

test('a text that grows too large leaves the index, and that is said', async () => {
	documents.edited(uri);
	await settle();
	texts.set(uri, '错'.repeat(400_000));
	documents.edited(uri);
	await settle();
	expect(told).toEqual(['index unsaved', 'unindex']);
	expect(notes).toEqual([expect.stringMatching(/codes\.ts is not known while it is too large \(1\.2 MB/)]);
});

test('one file under two spellings is closed when it is closed under the last', async () => {
	const other = 'file:///w/x/../codes.ts';
	texts.set(other, 'unsaved');
	documents.edited(uri);
	documents.edited(other);
	expect(documents.closed(uri)).toBeUndefined();
	expect(documents.has(uri)).toBe(true);
	expect(documents.closed(other)).toBe(uri);
});

test('what goes wrong with one step does not hold up the next', async () => {
	const failing = documents.alone(uri, () => Promise.reject(new Error('broken')));
	const next = documents.alone(uri, async () => 'done');
	await expect(failing).rejects.toThrow('broken');
	expect(await next).toBe('done');
});

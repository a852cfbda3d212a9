/**
 * Questions to one catalogue that recognition, rules and features ask all day: is this text a code, success, a
 * companion's name; what is it closest to. Built once per catalogue; every exact question is one Map look-up.
 * All texts are compared as they stand: exact case, no trimming.
 */
import type { Catalogue, Code } from './catalogue.ts';
import { LONGEST_CODE, type Misspelling, nearestCode, Spellings } from './spellings.ts';

/** A dotted code: words or numbers with dots between them, beginning with a letter. */
const DOTTED = /^[A-Za-z]\w*(?:\.\w+)+$/;
const DIGITS = /^\d+$/;
/** A family's name with or without children: words, no sentence. */
const FAMILY_MEMBER = /^[A-Za-z]\w*(?:[.:-]\w+)*$/;
/** How many members are remembered before those are looked for that nobody holds any more. */
const REMEMBERED = 10_000;
const constantOf = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '_');

export class Lookup {
	readonly catalogue: Catalogue;
	/**
	 * The codes that somebody has to handle: fatal and not optional, in the catalogue's order. Where a failing fallback is
	 * demanded, the families, each by its own name.
	 */
	readonly demanded: readonly Code[];
	readonly #codes = new Map<string, Code>();
	readonly #names = new Map<string, Code>();
	readonly #spellings = new Spellings();
	readonly #success: ReadonlySet<string>;
	readonly #foreign: ReadonlySet<string>;
	readonly #successNames: ReadonlySet<string>;
	/** Numbers of digits that the numeric codes have. */
	readonly #digitCounts = new Set<number>();
	readonly #hasDotted: boolean;
	/** Families by name, each with its own entry where it has one. */
	readonly #families = new Map<string, Code | undefined>();
	/**
	 * Codes that are known by their family alone, made when first asked for. Judgements, findings and fixes tell codes
	 * apart by identity, and some are kept longer than others: as long as anybody holds one, it is the one that is given
	 * out. Those that nobody holds are forgotten, for somebody who types brings new ones all day.
	 */
	readonly #members = new Map<string, WeakRef<Code>>();
	#mostMembers = REMEMBERED;
	readonly #constants = new Map<string, Code>();

	constructor(catalogue: Catalogue) {
		this.catalogue = catalogue;
		this.#success = new Set(catalogue.success);
		this.#foreign = new Set(catalogue.foreign);
		this.#successNames = new Set(catalogue.match.successNames);
		this.#hasDotted = catalogue.codes.some((code) => DOTTED.test(code.code));
		for (const code of catalogue.codes) {
			setOnce(this.#codes, code.code, code);
			if (DIGITS.test(code.code)) this.#digitCounts.add(code.code.length);
			this.#spellings.add({ text: code.code, code });
		}
		for (const code of catalogue.codes) {
			for (const alias of code.aliases) {
				setOnce(this.#codes, alias, code);
				this.#spellings.add({ text: alias, code });
			}
			if (code.name !== undefined) {
				setOnce(this.#names, code.name, code);
				this.#spellings.add({ text: code.name, code });
			}
		}
		for (const text of [...catalogue.success, ...catalogue.match.successNames]) this.#spellings.add({ text });
		if (catalogue.hierarchy !== undefined)
			for (const { code } of catalogue.codes) {
				const [family = code] = code.split(catalogue.hierarchy, 1);
				this.#families.set(family, this.#codes.get(family));
			}
		for (const family of this.#families.keys()) {
			const member = this.#codes.has(family) ? undefined : this.resolve(family);
			if (member) this.#spellings.add({ text: family, code: member });
		}
		const ofFamilies = catalogue.demand === 'fallback' && this.#families.size > 0;
		this.demanded = (
			ofFamilies ? this.families.flatMap((family) => this.resolve(family) ?? []) : catalogue.codes
		).filter((code) => code.severity === 'fatal' && !code.optional);
		if (catalogue.match.constants === 'upper')
			for (const text of [...catalogue.codes.map(({ code }) => code), ...this.#families.keys()]) {
				const code = this.resolve(text);
				if (code) setOnce(this.#constants, constantOf(text), code);
			}
	}

	/**
	 * The code that a text is: one with an entry, or a member of a known family, whose `family` says that only this is
	 * known of it. `AuthFailure.Odd` is of the family AuthFailure; so is `AuthFailure` itself, if it has no entry.
	 */
	resolve(text: string): Code | undefined {
		const known = this.#codes.get(text);
		if (known) return known;
		const family = this.memberOf(text);
		return family === undefined ? undefined : this.#member(text, family);
	}

	/** The known family that a text is a code of by its shape, with or without an entry. */
	memberOf(text: string): string | undefined {
		if (text.length > LONGEST_CODE) return undefined;
		const family = this.familyOf(text);
		return family !== undefined && FAMILY_MEMBER.test(text) ? family : undefined;
	}

	/** The known family that a code belongs to or is, in a catalogue with a hierarchy. */
	familyOf(text: string): string | undefined {
		const { hierarchy } = this.catalogue;
		if (hierarchy === undefined) return undefined;
		const [family = text] = text.split(hierarchy, 1);
		return this.#families.has(family) ? family : undefined;
	}

	/** Codes in the catalogue's order; one that is known by its family alone stands where the family begins. */
	inOrder(codes: readonly Code[]): readonly Code[] {
		if (!codes.some(({ family }) => family !== undefined)) return codes;
		const all = this.catalogue.codes;
		const place = (code: Code): number =>
			code.family === undefined
				? all.indexOf(code)
				: all.findIndex((one) => this.familyOf(one.code) === code.family) - (code.code === code.family ? 0.5 : 0.25);
		return [...codes].sort((a, b) => place(a) - place(b));
	}

	/** Whether a text names a family, as opposed to one of its children. */
	isFamily(text: string): boolean {
		return this.#families.has(text);
	}

	/** The names of the families, in the catalogue's order. */
	get families(): readonly string[] {
		return [...this.#families.keys()];
	}

	/**
	 * The code that an SDK's constant stands for, by the catalogue's naming rule: `AUTHFAILURE_SIGNATUREFAILURE`. Of a
	 * constant that only begins with a family's name, a member of that family, under the constant's own name.
	 */
	byConstant(name: string): Code | undefined {
		const known = this.#constants.get(name);
		if (known || this.#constants.size === 0) return known;
		const cut = name.indexOf('_');
		const family = cut > 0 ? this.#constants.get(name.slice(0, cut)) : undefined;
		const of = family && this.familyOf(family.code);
		return of === undefined ? undefined : this.#member(`${of}${this.catalogue.hierarchy}${name.slice(cut + 1)}`, of);
	}

	/** What is known of a member by its family: what the family's entry says, or else most of its children. */
	#member(text: string, family: string): Code {
		let code = this.#members.get(text)?.deref();
		if (!code) {
			const { severity, retry, raisedBy } = this.#families.get(family) ?? this.#typical(family);
			code = {
				...{ code: text, family, severity, ...(retry && { retry }), ...(raisedBy && { raisedBy }) },
				...{ causes: [], solutions: [], aliases: [], optional: raisedBy === 'sdk', alwaysSplit: false },
			};
			this.#forget();
			this.#members.set(text, new WeakRef(code));
		}
		return code;
	}

	/** Makes room among the members, from time to time. */
	#forget(): void {
		if (this.#members.size < this.#mostMembers) return;
		for (const [text, member] of this.#members) if (!member.deref()) this.#members.delete(text);
		// If most are held, the next look is to be worth its while, too.
		this.#mostMembers = Math.max(REMEMBERED, this.#members.size * 2);
	}

	#typical(family: string): Pick<Code, 'severity' | 'retry' | 'raisedBy'> {
		const children = this.childrenOf(family);
		const count = (severity: Code['severity']) => children.filter((child) => child.severity === severity).length;
		const [most] = [...children].sort((a, b) => count(b.severity) - count(a.severity));
		return {
			severity: most?.severity ?? 'unknown',
			...(most?.retry && { retry: most.retry }),
			...(children.length > 0 && children.every(({ raisedBy }) => raisedBy === 'sdk') && { raisedBy: 'sdk' as const }),
		};
	}

	/** The codes of a family that have an entry, without the family's own, in the catalogue's order. */
	childrenOf(family: string): readonly Code[] {
		const { hierarchy } = this.catalogue;
		if (hierarchy === undefined) return [];
		return this.catalogue.codes.filter(({ code }) => code.startsWith(family + hierarchy));
	}

	/** Everything that can be explained by name: the codes, and before its first one each family without an entry. */
	get listed(): readonly Code[] {
		const seen = new Set<string>();
		return this.catalogue.codes.flatMap((code) => {
			const family = this.familyOf(code.code);
			const isFirst = family !== undefined && !seen.has(family) && !this.#codes.has(family);
			if (family !== undefined) seen.add(family);
			const member = isFirst ? this.resolve(family) : undefined;
			return member ? [member, code] : [code];
		});
	}

	/** The code that is spelled so, by its code or one of its aliases. */
	find(text: string): Code | undefined {
		return this.#codes.get(text);
	}

	/** The code that a companion field names so: `AuthFailure` is 4100. The first where several share the name. */
	byName(name: string): Code | undefined {
		return this.#names.get(name);
	}

	isSuccess(text: string): boolean {
		return this.#success.has(text);
	}

	/** Whether a companion field that says so means success. */
	isSuccessName(name: string): boolean {
		return this.#successNames.has(name);
	}

	/** Whether it occurs beside this API's codes and is nobody's mistake. */
	isForeign(text: string): boolean {
		return this.#foreign.has(text);
	}

	/** Whether it has the shape of a code here: as many digits as some code has, or dots where codes have dots. */
	sameShape(text: string): boolean {
		return DIGITS.test(text) ? this.#digitCounts.has(text.length) : this.#hasDotted && DOTTED.test(text);
	}

	/** The known code that is nearest to a text, at most `within` edits away. */
	nearest(text: string, within?: number): Code | undefined {
		return nearestCode(text, this.catalogue.codes, within);
	}

	/**
	 * The known code, name or success value that equals the text but for case or white space. Undefined where the
	 * text is itself known, or like nothing. Where several differ in case only, the one that trimming alone gives.
	 */
	misspelling(text: string): Misspelling | undefined {
		if (this.#isKnown(text)) return undefined;
		return this.#spellings.like(text);
	}

	/**
	 * Where the vendor documents this value: the code's own page, or that of its family where only this is known, else the
	 * catalogue's with `{code}` filled in. The catalogue's page tells nothing of what an SDK raises.
	 */
	docsUrl(text: string): string | undefined {
		const code = this.resolve(text);
		const own = code?.url ?? (code?.family === undefined ? undefined : this.#codes.get(code.family)?.url);
		if (own !== undefined || code?.raisedBy === 'sdk') return own;
		return this.catalogue.docs?.replaceAll('{code}', encodeURIComponent(text));
	}

	#isKnown(text: string): boolean {
		return (
			this.#codes.has(text) ||
			this.#families.has(text) ||
			this.#names.has(text) ||
			this.#success.has(text) ||
			this.#successNames.has(text) ||
			this.#foreign.has(text)
		);
	}
}

/** The catalogue's order decides between equals. */
function setOnce(map: Map<string, Code>, key: string, code: Code): void {
	if (!map.has(key)) map.set(key, code);
}

const lookups = new WeakMap<Catalogue, Lookup>();

/** The one `Lookup` of this catalogue, built when first asked for and gone with the catalogue. */
export function lookupOf(catalogue: Catalogue): Lookup {
	const known = lookups.get(catalogue);
	if (known !== undefined) return known;
	const lookup = new Lookup(catalogue);
	lookups.set(catalogue, lookup);
	return lookup;
}

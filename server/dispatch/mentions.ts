/** What an expression has to do with a subject: whether it is the subject, its carrier, or made of it. */
import type { Syntax } from '../recognise/syntax.ts';
import { givenTo, type Scope } from './scope.ts';
import { isLiteral, type Subject, type SubjectReader } from './subject.ts';
import { conditionParts } from './test.ts';

export class Mentions {
	readonly #reader: SubjectReader;

	constructor(reader: SubjectReader) {
		this.#reader = reader;
	}

	subjectAt(node: Syntax, subject: Subject, scope: Scope): Subject | undefined {
		const read = this.#reader.read(node, scope);
		return read?.key === subject.key ? read : undefined;
	}

	same(node: Syntax, subject: Subject, scope: Scope): boolean {
		return this.subjectAt(node, subject, scope) !== undefined;
	}

	isCarrier(node: Syntax, subject: Subject, scope: Scope): boolean {
		if (!subject.carrier) return false;
		return this.#reader.carrierPath(node, scope) === this.#reader.carrierPath(subject.carrier, scope);
	}

	/** Whether something is read or made of the carrier: its message, its text. */
	isAbout(node: Syntax, subject: Subject, scope: Scope): boolean {
		if (subject.carrier === undefined) return false;
		// `const text = error.message`
		const value = node.kind === 'name' ? givenTo(node.text, scope, node.start) : undefined;
		return (
			(!isWritten(node) && this.mentions(node, subject, scope)) ||
			(value !== undefined && !isWritten(value) && this.mentions(value, subject, scope))
		);
	}

	/** `None`, of a pattern. */
	asksForNothing(values: readonly Syntax[]): boolean {
		return values.length > 0 && values.every((value) => this.saysNothing(value));
	}

	saysNothing(node: Syntax): boolean {
		return (
			(node.kind === 'constant' && node.value === 'null') ||
			(node.kind === 'name' && this.#reader.lexicon.nothing.includes(node.text))
		);
	}

	/** Whether anything in a node reads the subject or names its carrier. */
	mentions(node: Syntax, subject: Subject, scope: Scope): boolean {
		if (this.same(node, subject, scope) || this.isCarrier(node, subject, scope)) return true;
		return conditionParts(node).some((child) => this.mentions(child, subject, scope));
	}
}

/** A literal with nothing put into it. */
const isWritten = (node: Syntax): boolean => isLiteral(node) && !(node.kind === 'text' && node.holes.length > 0);

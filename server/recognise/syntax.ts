/**
 * The neutral syntax that every language is lowered to: what the analysis of tests, arms and paths needs, and no more.
 * Parentheses, awaits, casts and other transparent wrappers are gone; what a language has and the analysis does not
 * know is an `other` with its children, so that nothing inside is lost.
 * Offsets are UTF-16 indexes relative to the unit that was lowered, `end` exclusive.
 */

export interface Spot {
	readonly start: number;
	readonly end: number;
	/** With a cast or dereference around it that is no node of its own here: `res.code as number`, `*res.Code`. */
	readonly written?: { readonly start: number; readonly end: number };
	/** What it points at is meant: `*message`. */
	readonly isTarget?: true;
	/** The type that a cast or an assertion gives it, as written: `err.(*errors.TencentCloudSDKError)`. */
	readonly cast?: string;
	/** The operator by which it was put together, where the grammar does not know how tightly those bind. */
	readonly infix?: string;
}

/** Comparison and logic after the language's spelling is taken off; `is a` asks for a type; `other` is arithmetic and the like. */
export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||' | 'in' | 'not in' | 'is a' | 'other';

export interface Name extends Spot {
	readonly kind: 'name';
	readonly text: string;
	/** A member of a type that is not written: `.auth`. */
	readonly isMember?: true;
}
/** `object.property`, also optional chaining. */
export interface Member extends Spot {
	readonly kind: 'member';
	readonly object: Syntax;
	readonly property: string;
	/** Only read where there is something to read it from: `reply?.code`. */
	readonly optional?: true;
}
export interface Index extends Spot {
	readonly kind: 'index';
	readonly object: Syntax;
	readonly index: Syntax;
	/** As of a member. */
	readonly optional?: true;
}
/** A call or construction. */
export interface Call extends Spot {
	readonly kind: 'call';
	readonly callee: Syntax;
	readonly args: readonly Syntax[];
	/** Only made where there is something to call: `handler?.(reply)`. */
	readonly optional?: true;
	/** What it gives ends the function where it holds an error: `reply.check()?`. */
	readonly tried?: true;
}
/** A string; with `holes` it is a template, and `value` has its literal pieces only. */
export interface Text extends Spot {
	readonly kind: 'text';
	readonly value: string;
	/** Of what stands between the quotes. */
	readonly inner: Spot;
	/** Anything may stand behind it, or on both sides: `AuthFailure*`. */
	readonly open?: 'end' | 'both';
	readonly holes: readonly Syntax[];
}
/** A number as it is spelled, sign included. */
export interface Numeral extends Spot {
	readonly kind: 'number';
	readonly text: string;
}
export interface Constant extends Spot {
	readonly kind: 'constant';
	readonly value: 'true' | 'false' | 'null';
}
export interface Binary extends Spot {
	readonly kind: 'binary';
	readonly operator: Operator;
	readonly left: Syntax;
	readonly right: Syntax;
}
/** From one value to another, `4100..=4300`; a side that is left out is open to all. */
export interface Span extends Spot {
	readonly kind: 'range';
	readonly from?: Syntax;
	readonly to?: Syntax;
	/** Its end is no part of it. */
	readonly isOpen: boolean;
}
export interface Not extends Spot {
	readonly kind: 'not';
	readonly operand: Syntax;
}
export interface Ternary extends Spot {
	readonly kind: 'ternary';
	readonly condition: Syntax;
	readonly consequent: Syntax;
	readonly otherwise: Syntax;
}
/** Array, tuple, set or slice literal. */
export interface List extends Spot {
	readonly kind: 'list';
	/** Text of the literal's type where the language writes one (`[]int`). */
	readonly type: string;
	readonly items: readonly Syntax[];
}
/** Object, dictionary, map or struct literal; as a pattern, what it takes apart. */
export interface Table extends Spot {
	readonly kind: 'table';
	readonly type: string;
	readonly items: readonly Syntax[];
}
/** `key: value` in a table or pattern; a named argument. */
export interface Pair extends Spot {
	readonly kind: 'pair';
	readonly key: Syntax;
	readonly value: Syntax;
	/** The key is what an expression gives, so that a name in it stands for its value: `[AUTH]: login`. */
	readonly computed?: true;
}
export interface Func extends Spot {
	readonly kind: 'function';
	readonly name: string;
	readonly parameters: readonly Syntax[];
	/** Text of the result types as written, '' where none is. */
	readonly results: string;
	/** The name by which a method calls its own object where the method gives it one (Go), '' otherwise. */
	readonly receiver: string;
	/** The type that it is a method of, where that stands at the method and not around it (Go); '' otherwise. */
	readonly receiverType: string;
	/** `async` or the like stands before it. */
	readonly waits: boolean;
	/** A block, or an expression that is returned. */
	readonly body: Syntax;
}
export interface Parameter extends Spot {
	readonly kind: 'parameter';
	readonly names: readonly Syntax[];
	/** As written, '' where none is. */
	readonly type: string;
}
export interface Block extends Spot {
	readonly kind: 'block';
	/** The name by which a jump in it leads out of it. */
	readonly label?: string;
	readonly statements: readonly Syntax[];
	/** Several declarations in one statement: what they declare holds behind it, too. */
	readonly declares?: true;
	/** Of it and what stands before it only one is ever there: `#else`. */
	readonly alternative?: true;
}
export interface If extends Spot {
	readonly kind: 'if';
	readonly initializer?: Syntax;
	readonly condition: Syntax;
	readonly consequent: Syntax;
	/** A block, or another `if` (an else-if, an elif). */
	readonly otherwise?: Syntax;
	/** Written as `a && b`: no rung can be added to it. */
	readonly short?: true;
	/** Nobody wrote it as one: it is what several handlers with conditions ask. */
	readonly isMade?: true;
}
export interface Switch extends Spot {
	readonly kind: 'switch';
	readonly initializer?: Syntax;
	/** None where each arm has a condition of its own (Go's tagless switch). */
	readonly subject?: Syntax;
	readonly arms: readonly Arm[];
	/** An arm without a jump runs on into the next one. */
	readonly fallsThrough: boolean;
	/** Of those only the ones that are empty. */
	readonly endsArms?: true;
	/** A value that no arm takes is an error. */
	readonly unmatchedFails?: true;
	/** How its arms are written, where that is not the language's usual way (`stubs.forms`). */
	readonly writes?: string;
}
export interface Arm extends Spot {
	readonly kind: 'arm';
	/** Empty for a default. */
	readonly values: readonly Syntax[];
	readonly guard?: Syntax;
	readonly body: readonly Syntax[];
	/** Takes whatever comes: `default`, `_`, a capture. */
	readonly wildcard: boolean;
	/** It runs on into the next one unless it jumps, where its switch has arms that do not: `case 4100:`, `case 4100 ->`. */
	readonly fallsThrough?: true;
	/** As of a switch. */
	readonly writes?: string;
	/** Of its body, where that stands between braces. */
	readonly block?: Spot;
	/** The name by which other arms go on with it. */
	readonly label?: string;
	/** Patterns that give names to what is tested, or to parts of it: `Err(e)`, `Reply { code, .. }`. */
	readonly captures?: readonly Syntax[];
}
export interface Loop extends Spot {
	readonly kind: 'loop';
	/** The name by which jumps in it mean it. */
	readonly label?: string;
	/** each: over items, where `continue` skips. repeat: endless, conditional or counting, where `continue` tries again. */
	readonly mode: 'each' | 'repeat';
	readonly head: readonly Syntax[];
	readonly condition?: Syntax;
	readonly body: Syntax;
	/** What runs when it ends by itself, as opposed to a break. */
	readonly otherwise?: Syntax;
}
export interface Return extends Spot {
	readonly kind: 'return';
	readonly values: readonly Syntax[];
	/** It is the value of a conditional around and not of the function: `yield text;`. */
	readonly yielded?: true;
}
export interface Throw extends Spot {
	readonly kind: 'throw';
	readonly values: readonly Syntax[];
}
export interface Jump extends Spot {
	readonly kind: 'jump';
	readonly to: 'break' | 'continue' | 'fallthrough';
	/** The loop or block that it leads out of, or goes on with, where that is not the innermost. */
	readonly label?: string;
}
/** `goto fail;` */
export interface Goto extends Spot {
	readonly kind: 'goto';
	readonly label: string;
	/** What stands behind its label, to the end of the block that the label is in; no children, for they stand there. */
	target: readonly Syntax[];
	/** The label stands above: it goes round again. */
	isBack: boolean;
}
export interface Try extends Spot {
	readonly kind: 'try';
	readonly body: Syntax;
	readonly handlers: readonly Handler[];
	readonly last?: Syntax;
}
export interface Handler extends Spot {
	readonly kind: 'handler';
	readonly parameter?: Syntax;
	/** The exceptions that it catches, as written; empty for any. */
	readonly types: readonly string[];
	/** What it asks besides; gone where handlers are joined. */
	readonly guard?: Syntax;
	readonly body: Syntax;
}
export interface Assign extends Spot {
	readonly kind: 'assign';
	readonly targets: readonly Syntax[];
	readonly values: readonly Syntax[];
	/** A new variable, as opposed to one that was there. */
	readonly declares: boolean;
	/** `=`, as opposed to `+=`. */
	readonly plain: boolean;
	/** The declared type as written, '' where none is. */
	readonly type: string;
}
/** A class, struct or enum with its members. */
export interface TypeDefinition extends Spot {
	readonly kind: 'type';
	readonly name: string;
	/** Of the name. */
	readonly at: Spot;
	readonly members: readonly Syntax[];
	/** Its members are read by their bare names around it: C's enums. */
	readonly open?: true;
}
export interface Import extends Spot {
	readonly kind: 'import';
	/** Module names and paths as written, without quotes; none where names are only handed on. */
	readonly sources: readonly string[];
	readonly bindings: readonly Binding[];
	/** Names of this file that it hands to others: `export { AUTH }`. */
	readonly names: readonly Syntax[];
}
/** What an import or an export binds to a name. */
export interface Binding extends Spot {
	readonly kind: 'binding';
	/** name: one name of the module. module: the module itself. all: every name of it. none: nothing. */
	readonly what: 'name' | 'module' | 'all' | 'none';
	/** The module as written; '' for this file. */
	readonly source: string;
	/** The name in the module, '' unless one is meant. */
	readonly imported: string;
	/** The name that it gets, a path where the language says so (`import a.b`); '' for a module's own, or for all. */
	readonly local: string;
	/** Others see it under its name, and this file does not: `export { A } from './codes'`. */
	readonly exported: boolean;
}
/** Names that a function takes from outside to assign them: `global last_code`. */
export interface Outer extends Spot {
	readonly kind: 'outer';
	readonly names: readonly string[];
}
export interface Nothing extends Spot {
	/** `pass`, `;` */
	readonly kind: 'nothing';
}
export interface Other extends Spot {
	readonly kind: 'other';
	readonly children: readonly Syntax[];
	/** Gives its children to whoever asks for the next item, and goes on. */
	readonly yields?: true;
}

export type Syntax =
	| Name
	| Member
	| Index
	| Call
	| Text
	| Numeral
	| Constant
	| Binary
	| Span
	| Not
	| Ternary
	| List
	| Table
	| Pair
	| Func
	| Parameter
	| Block
	| If
	| Switch
	| Arm
	| Loop
	| Return
	| Throw
	| Jump
	| Goto
	| Try
	| Handler
	| Assign
	| TypeDefinition
	| Import
	| Binding
	| Outer
	| Nothing
	| Other;

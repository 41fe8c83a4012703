import type { RuleId } from './rules.ts';

/** Whose fault it is: the source contradicts itself, a word is not in the pack, or something was cut at a limit. */
export type Blame = 'page' | 'pack' | 'limit';

/** Plain data, so that it survives every way between threads and files. Fields are named as in `vfile-message`. */
export interface Diagnostic {
	readonly rule: RuleId;
	readonly severity: 'error' | 'warning' | 'info';
	readonly message: string;
	/** 1-based; `null` where the whole page is meant. */
	readonly line: number | null;
	readonly column: number | null;
	readonly endLine: number | null;
	readonly endColumn: number | null;
	readonly blame: Blame;
	/** What the page has. */
	readonly actual: string | null;
	/** What it should have, or what contradicts it. */
	readonly expected: string | null;
}

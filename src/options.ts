import type { Root } from 'mdast';
import type { Advisory } from './advisory/schema.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { LocalePack } from './language/pack.ts';
import type { Limits } from './limits.ts';

/**
 * A markdown engine: a function from text to an mdast root with positions. Only its blocks are asked for: paragraphs,
 * headings and cells may come without children, what stands in them is read from the text.
 */
export type Engine = (markdown: string) => Root;

export interface ParseOptions {
	/** Where the page comes from, relative, `/` as separator; tells the locale where the page does not. */
	readonly path?: string;
	/** BCP 47 tag that overrules what the page declares. */
	readonly locale?: string;
	/** Found out from the text where it is not given. */
	readonly format?: 'markdown' | 'html';
	/** Instead of the package's own choice (satteri where its binding loads, else unified). */
	readonly engine?: Engine;
	/** Locale packs beside the built-in ones; one of the same locale is laid over the built-in one. */
	readonly packs?: readonly LocalePack[];
	/** How much of a page is read; what is not given has its default. */
	readonly limits?: Partial<Limits>;
	/** Adds `trace` to the result. */
	readonly trace?: boolean;
}

export interface TraceEntry {
	/** UTF-16 offsets into the decoded text. */
	readonly start: number;
	readonly end: number;
	/** 1-based. */
	readonly line: number;
	readonly column: number;
	/** Name of the reader that made the value. */
	readonly rule: string;
	/** The entry of the locale pack by which it was found: `zh-TW/labels/recommendation/建議`. */
	readonly pack?: string;
}

export interface ParseResult {
	readonly advisory: Advisory | null;
	readonly diagnostics: readonly Diagnostic[];
	/** By JSON pointer into `advisory`; present where it was asked for. */
	readonly trace?: Readonly<Record<string, TraceEntry>>;
}

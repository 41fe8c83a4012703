import type { RuleId } from '../diagnostic/rules.ts';
import type { ArchiveResult } from './archive-result.ts';
import { diagnosticsLine, recordLine, rejectLine, rejectReason } from './ndjson.ts';

/** What a run tells of the document that a page is. */
export interface DocumentFacts {
	readonly id: string;
	readonly kind: string;
	readonly locale: string;
}

/** What a run counts of a page. */
export interface PageFacts {
	readonly path: string;
	readonly bytes: number;
	/** Why the page gives no record; `null` where it gives one. */
	readonly reject: string | null;
	readonly document: DocumentFacts | null;
	/** How often each rule fired on a page that gives a record. */
	readonly rules: readonly (readonly [rule: string, count: number])[];
}

/**
 * All that is left of a page after it was read, made where it was read: between threads goes text that is ready to be
 * written, not records that would have to be made into text by the one thread that writes. Not bytes: these lie outside
 * of the heap, where a thread that makes next to nothing else sees no reason to collect them.
 */
export interface PageOutcome extends PageFacts {
	/** Spent on the page by the thread that read it. */
	readonly milliseconds: number;
	/** Its line of NDJSON: a record, or a reject. */
	readonly line: string;
	/** `null` for a reject, whose line has its diagnostics. */
	readonly diagnosticsLine: string | null;
}

export function factsOf(result: ArchiveResult): PageFacts {
	const { path, bytes, advisory, diagnostics } = result;
	if (advisory === null) {
		return { path, bytes, reject: rejectReason(result) ?? 'unknown', document: null, rules: [] };
	}
	const { id, kind, locale } = advisory;
	return { path, bytes, reject: null, document: { id, kind, locale }, rules: countRules(diagnostics) };
}

export function countRules(diagnostics: readonly { readonly rule: RuleId }[]): [RuleId, number][] {
	const counts = new Map<RuleId, number>();
	for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return [...counts];
}

/** `sha256` of the page's bytes, for the line of a reject; `null` where they could not be read. */
function outcomeOf(result: ArchiveResult, sha256: string | null, milliseconds: number): PageOutcome {
	const { path, advisory, diagnostics } = result;
	const isRecord = advisory !== null;
	return {
		...factsOf(result),
		milliseconds,
		line: isRecord ? recordLine(advisory) : rejectLine(result, sha256),
		diagnosticsLine: isRecord ? diagnosticsLine(path, advisory, diagnostics) : null,
	};
}

/**
 * What the thread that reads a page makes of the result: an outcome for the command, or the result itself for the library.
 */
export interface Shapes {
	readonly outcome: PageOutcome;
	readonly result: ArchiveResult;
}

export const SHAPES: {
	readonly [S in keyof Shapes]: (result: ArchiveResult, sha256: string | null, milliseconds: number) => Shapes[S];
} = {
	outcome: outcomeOf,
	result: (result) => result,
};

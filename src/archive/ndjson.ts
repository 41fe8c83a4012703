import type { Advisory } from '../advisory/schema.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { RuleId } from '../diagnostic/rules.ts';
import type { ArchiveResult } from './archive-result.ts';

/** Why a page is none: the rule of the one error that a reject has. */
export function rejectReason({ diagnostics }: Pick<ArchiveResult, 'diagnostics'>): RuleId | null {
	return diagnostics.find(({ severity }) => severity === 'error')?.rule ?? null;
}

/** The record as a line of NDJSON, its end included. */
export function recordLine(advisory: Advisory): string {
	return `${JSON.stringify(advisory)}\n`;
}

/**
 * A rejected page: `{ path, reject, sha256, diagnostics }`; `sha256` is `null` where its bytes could not be read, `path`
 * where nothing is known of it.
 */
export function rejectLine(result: ArchiveResult, sha256: string | null): string {
	const { path, diagnostics } = result;
	const name = path === '' ? null : path;
	return `${JSON.stringify({ path: name, reject: rejectReason(result), sha256, diagnostics })}\n`;
}

/** The line of a reject as it stands among the records: `{ path, reject, diagnostics }`. */
export function answerLine(line: string): string {
	const { sha256: _, ...answer } = JSON.parse(line);
	return `${JSON.stringify(answer)}\n`;
}

/** What was noticed on an accepted page: `{ path, key, diagnostics }`, also where nothing was. */
export function diagnosticsLine(path: string, { key }: Advisory, diagnostics: readonly Diagnostic[]): string {
	return `${JSON.stringify({ path, key, diagnostics })}\n`;
}

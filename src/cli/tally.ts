import type { ArchiveResult } from '../archive/archive-result.ts';
import { rejectReason } from '../archive/ndjson.ts';

/** What a run has met so far; grows with the variety of the archive, not with its size. */
export interface Tally {
	files: number;
	bytes: number;
	records: number;
	rejects: number;
	diagnostics: number;
	linksSkipped: number;
	/** Ids of documents. */
	readonly documents: Set<string>;
	readonly byKind: Map<string, number>;
	readonly byLocale: Map<string, number>;
	readonly byReject: Map<string, number>;
}

export function startTally(): Tally {
	return {
		files: 0,
		bytes: 0,
		records: 0,
		rejects: 0,
		diagnostics: 0,
		linksSkipped: 0,
		documents: new Set(),
		byKind: new Map(),
		byLocale: new Map(),
		byReject: new Map(),
	};
}

export function count(tally: Tally, result: ArchiveResult): void {
	const { advisory, diagnostics, bytes } = result;
	tally.files += 1;
	tally.bytes += bytes;
	if (advisory === null) {
		tally.rejects += 1;
		add(tally.byReject, rejectReason(result) ?? 'unknown');
		return;
	}
	tally.records += 1;
	tally.diagnostics += diagnostics.length;
	tally.documents.add(advisory.id);
	add(tally.byKind, advisory.kind);
	add(tally.byLocale, advisory.locale);
}

/** Pages that do not belong to these documents at all are rejected for one of these. */
const EXPECTED = new Set(['not-an-advisory', 'index-page']);

/** Whether a page was rejected that should have been a record. */
export function hasLost({ byReject }: Tally): boolean {
	return [...byReject.keys()].some((reason) => !EXPECTED.has(reason));
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

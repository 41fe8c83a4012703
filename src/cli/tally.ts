import type { PageFacts } from '../archive/page-outcome.ts';

/** A page that took long. */
export interface SlowPage {
	readonly path: string;
	readonly milliseconds: number;
}

/** What a run has met so far; grows with the variety of the archive, not with its size. */
export interface Tally {
	files: number;
	bytes: number;
	records: number;
	rejects: number;
	diagnostics: number;
	linksSkipped: number;
	/** Pages that were not read, since a former run had read them. */
	reused: number;
	/** Of these, records whose diagnostics the former run did not write. */
	reusedWithoutDiagnostics: number;
	/** Ids of documents. */
	readonly documents: Set<string>;
	readonly byKind: Map<string, number>;
	readonly byLocale: Map<string, number>;
	readonly byReject: Map<string, number>;
	/** Diagnostics of records. */
	readonly byRule: Map<string, number>;
	/** The slowest first. */
	readonly slowest: SlowPage[];
}

export function startTally(): Tally {
	return {
		files: 0,
		bytes: 0,
		records: 0,
		rejects: 0,
		diagnostics: 0,
		linksSkipped: 0,
		reused: 0,
		reusedWithoutDiagnostics: 0,
		documents: new Set(),
		byKind: new Map(),
		byLocale: new Map(),
		byReject: new Map(),
		byRule: new Map(),
		slowest: [],
	};
}

export function count(tally: Tally, { bytes, reject, document, rules }: PageFacts): void {
	tally.files += 1;
	tally.bytes += bytes;
	if (reject !== null) {
		tally.rejects += 1;
		add(tally.byReject, reject);
	}
	if (document === null) return;
	tally.records += 1;
	for (const [rule, times] of rules) {
		tally.diagnostics += times;
		add(tally.byRule, rule, times);
	}
	tally.documents.add(document.id);
	add(tally.byKind, document.kind);
	add(tally.byLocale, document.locale);
}

/** Slow pages that are named. */
const NAMED = 3;

export function countTime({ slowest }: Tally, page: SlowPage): void {
	if (slowest.length === NAMED && page.milliseconds <= (slowest.at(-1)?.milliseconds ?? 0)) return;
	slowest.push({ path: page.path, milliseconds: page.milliseconds });
	slowest.sort((a, b) => b.milliseconds - a.milliseconds);
	slowest.length = Math.min(slowest.length, NAMED);
}

/** Pages that do not belong to these documents at all are rejected for one of these. */
const EXPECTED = new Set(['not-an-advisory', 'index-page']);

/** Whether a page was rejected that should have been a record. */
export function hasLost({ byReject }: Tally): boolean {
	return [...byReject.keys()].some((reason) => !EXPECTED.has(reason));
}

function add(counts: Map<string, number>, key: string, times = 1): void {
	counts.set(key, (counts.get(key) ?? 0) + times);
}

import { counted, formatBytes, formatDuration } from './quantity.ts';
import { layTable } from './screen/table.ts';
import type { Tally } from './tally.ts';

export interface RunFacts {
	readonly milliseconds: number;
	/** Where the records lie, as typed; `null` where they went to stdout. */
	readonly out: string | null;
	readonly rejects: string | null;
	readonly diagnostics: string | null;
	/** What was not reused, and why. */
	readonly notes: readonly string[];
}

/** The short table that ends a run on a terminal: what was found, and where the NDJSON lies. */
export function summaryTable(tally: Tally, facts: RunFacts, width: number): string {
	const rate = facts.milliseconds > 0 ? `, ${formatBytes((tally.bytes * 1000) / facts.milliseconds)}/s` : '';
	const rows: (readonly [string, number | string, string])[] = [
		['files', tally.files, `${formatBytes(tally.bytes)} in ${formatDuration(facts.milliseconds)}${rate}`],
		['documents', tally.documents.size, counts(tally.byKind)],
		['languages', tally.byLocale.size, counts(tally.byLocale)],
		['records', tally.records, facts.out ?? 'stdout'],
		['rejects', tally.rejects, also(counts(tally.byReject), facts.rejects)],
		['diagnostics', tally.diagnostics, also(commonest(tally), uncounted(tally), facts.diagnostics)],
	];
	if (tally.linksSkipped > 0)
		rows.push(['links', tally.linksSkipped, 'not followed: out of the folder, in a circle or in an archive']);
	if (tally.reused > 0 || facts.notes.length > 0)
		rows.push(['reused', tally.reused, also(`${tally.files - tally.reused} read`, ...facts.notes)]);
	if (tally.slowest.length > 0) rows.push(['slowest', '', slowest(tally)]);
	return layTable(
		rows.map(([name, count, more]) => [name, `${count}`, more]),
		{ width, align: ['left', 'right', 'wrap'] },
	);
}

/** The same in one line, for logs. */
export function summaryLine(tally: Tally, facts: RunFacts): string {
	const reasons = tally.rejects === 0 ? '' : ` (${counts(tally.byReject)})`;
	const reused = tally.reused === 0 ? '' : `, ${counted(tally.reused, 'page')} reused`;
	const notes = facts.notes.map((note) => `; ${note}`).join('');
	const left = tally.reusedWithoutDiagnostics === 0 ? '' : ` (${uncounted(tally)})`;
	const links = tally.linksSkipped === 0 ? '' : `, ${counted(tally.linksSkipped, 'link')} not followed`;
	return (
		`${counted(tally.files, 'file')}: ${counted(tally.records, 'record')}, ` +
		`${counted(tally.rejects, 'reject')}${reasons}, ${counted(tally.diagnostics, 'diagnostic')}${left}${links}${reused}; ` +
		`${formatBytes(tally.bytes)} in ${formatDuration(facts.milliseconds)}${notes}`
	);
}

/** Most frequent first, then by name: `advisory 12, bulletin 9`. */
function counts(by: ReadonlyMap<string, number>, most = by.size): string {
	return [...by]
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.slice(0, most)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ');
}

/** Rules that are named. */
const NAMED = 4;

function commonest({ byRule }: Tally): string {
	const rest = byRule.size - NAMED;
	return also(counts(byRule, NAMED), rest > 0 ? `${counted(rest, 'rule')} more` : '');
}

/** A number that leaves pages out must say so. */
const uncounted = ({ reusedWithoutDiagnostics: pages }: Tally): string =>
	pages === 0 ? '' : `without those of ${counted(pages, 'reused page')}`;

const slowest = (tally: Tally): string =>
	tally.slowest.map(({ path, milliseconds }) => `${path} ${Math.round(milliseconds)} ms`).join(', ');

const also = (...texts: readonly (string | null)[]): string =>
	texts.filter((text) => text !== null && text !== '').join('; ');

import { counted, formatBytes, formatDuration } from './quantity.ts';
import { layTable } from './screen/table.ts';
import type { Tally } from './tally.ts';

export interface RunFacts {
	readonly milliseconds: number;
	/** Where the records lie, as typed; `null` where they went to stdout. */
	readonly out: string | null;
	readonly rejects: string | null;
	readonly diagnostics: string | null;
}

/** The short table that ends a run on a terminal: what was found, and where the NDJSON lies. */
export function summaryTable(tally: Tally, facts: RunFacts, width: number): string {
	const rate = facts.milliseconds > 0 ? `, ${formatBytes((tally.bytes * 1000) / facts.milliseconds)}/s` : '';
	const rows: (readonly [string, number, string])[] = [
		['files', tally.files, `${formatBytes(tally.bytes)} in ${formatDuration(facts.milliseconds)}${rate}`],
		['documents', tally.documents.size, counts(tally.byKind)],
		['languages', tally.byLocale.size, counts(tally.byLocale)],
		['records', tally.records, facts.out ?? 'stdout'],
		['rejects', tally.rejects, also(counts(tally.byReject), facts.rejects)],
		['diagnostics', tally.diagnostics, facts.diagnostics ?? ''],
	];
	if (tally.linksSkipped > 0)
		rows.push(['links', tally.linksSkipped, 'not followed: out of the folder, in a circle or in an archive']);
	return layTable(
		rows.map(([name, count, more]) => [name, `${count}`, more]),
		{ width, align: ['left', 'right', 'wrap'] },
	);
}

/** The same in one line, for logs. */
export function summaryLine(tally: Tally, facts: RunFacts): string {
	const reasons = tally.rejects === 0 ? '' : ` (${counts(tally.byReject)})`;
	const links = tally.linksSkipped === 0 ? '' : `, ${counted(tally.linksSkipped, 'link')} not followed`;
	return (
		`${counted(tally.files, 'file')}: ${counted(tally.records, 'record')}, ` +
		`${counted(tally.rejects, 'reject')}${reasons}, ${counted(tally.diagnostics, 'diagnostic')}${links}; ` +
		`${formatBytes(tally.bytes)} in ${formatDuration(facts.milliseconds)}`
	);
}

/** Most frequent first, then by name: `advisory 12, bulletin 9`. */
function counts(by: ReadonlyMap<string, number>): string {
	return [...by]
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.map(([name, count]) => `${name} ${count}`)
		.join(', ');
}

const also = (text: string, file: string | null): string => [text, file ?? ''].filter((part) => part !== '').join('; ');

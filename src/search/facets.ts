import type { Database } from './driver.ts';
import type { Match } from './match.ts';

export type Facet = 'kind' | 'severity' | 'impact' | 'locale' | 'family' | 'year';

/** Documents by value, most frequent first. */
export type Facets = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** Counts the documents that were found, each once for a value, however many of its pages have it. */
export function countFacets(database: Database, matches: readonly Match[]): Facets {
	const ids = new Map(matches.map(({ page, id }) => [page, id]));
	const pages = JSON.stringify([...ids.keys()]);
	const listed = (table: string, column: string): Counted[] =>
		database
			.prepare(`SELECT page, ${column} AS value FROM ${table} WHERE page IN (SELECT value FROM json_each(?))`)
			.all([pages])
			.map(({ page, value }) => ({ id: ids.get(page as number) ?? '', value: value as string }));
	const own = (pick: (match: Match) => string | null | undefined): Counted[] =>
		matches.map((match) => ({ id: match.id, value: pick(match) ?? null }));
	return {
		kind: count(own(({ kind }) => kind)),
		severity: count(own(({ severity }) => severity)),
		impact: count(listed('impacts', 'impact')),
		locale: count(own(({ locale }) => locale)),
		family: count(listed('families', 'family')),
		year: count(own(({ published }) => published?.slice(0, 4))),
	};
}

interface Counted {
	readonly id: string;
	readonly value: string | null;
}

function count(all: readonly Counted[]): Record<string, number> {
	const documents = new Map<string, Set<string>>();
	for (const { id, value } of all) {
		if (value === null) continue;
		const known = documents.get(value);
		if (known === undefined) documents.set(value, new Set([id]));
		else known.add(id);
	}
	const counts = [...documents].map(([value, ids]) => [value, ids.size] as const);
	return Object.fromEntries(counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

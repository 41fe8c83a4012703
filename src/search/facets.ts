import type { Database } from './driver.ts';
import type { Match } from './match.ts';

export type Facet = 'kind' | 'severity' | 'impact' | 'locale' | 'family' | 'year';

/** Documents by value, most frequent first; years in their order. */
export type Facets = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/**
 * Counts the documents that were found, each once for a value. What filters take from any page of a document is counted
 * so, whichever of its pages matched: a count is what the filter would leave.
 */
export function countFacets(database: Database, matches: readonly Match[]): Facets {
	const ids = JSON.stringify([...new Set(matches.map(({ id }) => id))]);
	const ofDocuments = (column: string, join = ''): Counted[] =>
		database
			.prepare(
				`SELECT DISTINCT id, ${column} AS value FROM advisories ${join}
					WHERE id IN (SELECT value FROM json_each(?))`,
			)
			.all([ids]) as unknown as Counted[];
	const ofMatches = (pick: (match: Match) => string | null | undefined): Counted[] =>
		matches.map((match) => ({ id: match.id, value: pick(match) ?? null }));
	return {
		kind: count(ofMatches(({ kind }) => kind)),
		severity: count(ofDocuments('severity')),
		impact: count(ofDocuments('impact', 'JOIN impacts USING (page)')),
		locale: count(ofDocuments('locale')),
		family: count(ofDocuments('family', 'JOIN families USING (page)')),
		year: count(ofMatches(({ published }) => published?.slice(0, 4))),
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

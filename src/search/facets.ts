import type { Database } from './driver.ts';
import type { Match } from './match.ts';

export const FACETS = ['kind', 'severity', 'impact', 'locale', 'family', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** Documents by value, most frequent first. */
export type Facets = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

const SOURCES: Readonly<Record<Facet, readonly [value: string, table: string]>> = {
	kind: ['kind', 'advisories'],
	severity: ['severity', 'advisories'],
	impact: ['impact', 'impacts JOIN advisories USING (page)'],
	locale: ['locale', 'advisories'],
	family: ['family', 'families JOIN advisories USING (page)'],
	year: ['substr(published, 1, 4)', 'advisories'],
};

/** Counts the documents that were found, each once for a value, however many of its pages have it. */
export function countFacets(database: Database, matches: readonly Match[]): Facets {
	const pages = JSON.stringify(matches.map(({ page }) => page));
	const counts = FACETS.map((facet) => {
		const [value, table] = SOURCES[facet];
		const rows = database
			.prepare(
				`SELECT ${value} AS value, count(DISTINCT id) AS documents FROM ${table}
					WHERE page IN (SELECT value FROM json_each(?)) AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
			)
			.all([pages]);
		return [facet, Object.fromEntries(rows.map((row) => [row.value, row.documents]))];
	});
	return Object.fromEntries(counts) as Facets;
}

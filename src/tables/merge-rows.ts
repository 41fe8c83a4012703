import type { RowEntry } from './entry.ts';

/** Rows equal in product, component and articles are one row, with the downloads of all. */
export function mergeEqual(rows: readonly RowEntry[]): RowEntry[] {
	const merged = new Map<string, RowEntry>();
	for (const entry of rows) {
		const { product, component, canonicalComponent, kb, group } = entry.row;
		const key = JSON.stringify([entry.affected, product, component, canonicalComponent, kb, group]);
		const known = merged.get(key);
		if (known === undefined) {
			merged.set(key, entry);
			continue;
		}
		const urls = new Set(known.row.downloads.map(({ url }) => url));
		known.row.downloads.push(...entry.row.downloads.filter(({ url }) => !urls.has(url)));
		const rated = new Set(known.row.ratings.map(({ cve }) => cve));
		known.row.ratings.push(...entry.row.ratings.filter(({ cve }) => !rated.has(cve)));
	}
	return [...merged.values()];
}

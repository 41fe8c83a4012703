// What the comparing part keeps of a record: values with the lines on which they stand, a few kilobytes a page.

/** Facts of one record. `lines` are those that the trace gives to the fields that carry none of their own. */
export function factsOf(record, lines = {}) {
	const title = lines.title ?? 1;
	const kb = record.kb.map(({ id, line }) => [id, line]);
	return {
		id: record.id,
		kind: record.kind,
		locale: record.locale,
		path: record.source.path,
		title,
		revisions: record.revisions.map(({ version }) => version ?? '?').join(' '),
		published: { value: record.published, line: lines.published ?? title },
		severity: { value: record.severity, line: lines.severity ?? title },
		cves: new Map(record.cves.map(({ id, line }) => [id, line])),
		articles: new Map(kb),
		rows: record.affectedSoftware.map((row) => ({
			name: nameOf(row),
			kb: row.kb,
			severity: row.severity,
			line: row.line,
		})),
		faq: itemsOf(record, 'faq'),
		mitigations: itemsOf(record, 'mitigations'),
		workarounds: itemsOf(record, 'workarounds'),
	};
}

/** The lines of a list's items by what they are about: a CVE, the place of a vulnerability without one, or the page. */
function itemsOf(record, field) {
	const lines = new Map();
	for (const { line, vulnerability } of record[field]) {
		const about =
			vulnerability === null ? 'the page' : (record.vulnerabilities[vulnerability].cve ?? `#${vulnerability + 1}`);
		lines.set(about, [...(lines.get(about) ?? []), line]);
	}
	return lines;
}

/** Canonical name of a row and its update: equal in every language, but for names that are not known. */
function nameOf({ canonicalProducts, canonicalComponent, component, kb }) {
	const products = [...canonicalProducts].sort().join(' + ') || '(name not known)';
	const part = canonicalComponent ?? (component === null ? '' : '(component not known)');
	return [products, part, kb.join(' ')].filter((text) => text !== '').join(' / ');
}

/** Pages of one document lie together, in the order of their paths. */
export function groupByDocument(pages) {
	const groups = new Map();
	for (const page of pages) groups.set(page.id, [...(groups.get(page.id) ?? []), page]);
	const byPath = (one, other) => (one.path < other.path ? -1 : 1);
	return [...groups]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([id, group]) => ({ id, kind: group[0].kind, pages: group.sort(byPath) }));
}

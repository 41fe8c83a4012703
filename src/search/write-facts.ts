import type { Advisory, SoftwareRow } from '../advisory/schema.ts';
import type { SqlValue } from './driver.ts';

/** Takes a row of a table of facts, its values in the order of the columns. */
export type WriteRow = (table: string, values: readonly SqlValue[]) => void;

/** The record as rows of the plain tables: all but its texts and links. */
export function writeFacts(advisory: Advisory, page: number, digest: Uint8Array, write: WriteRow): void {
	const { source } = advisory;
	write('advisories', [
		page,
		advisory.key,
		advisory.recordId,
		advisory.id,
		advisory.kind,
		advisory.locale,
		advisory.language,
		advisory.title,
		advisory.headline,
		advisory.published,
		advisory.updated,
		advisory.version,
		advisory.severity,
		advisory.restart,
		source.path,
		source.url,
		source.sha256,
		source.bytes,
		advisory.generator,
		digest,
	]);
	const each = <Item>(table: string, items: readonly Item[], valuesOf: (item: Item) => readonly SqlValue[]): void => {
		for (const [position, item] of items.entries()) write(table, [page, position, ...valuesOf(item)]);
	};
	each('impacts', advisory.impacts, (impact) => [impact]);
	each('families', advisory.productFamilies, (family) => [family]);
	each(
		'kbs',
		advisory.kb.flatMap(({ id, roles, line }) => roles.map((role) => [id, role, line])),
		(values) => values,
	);
	each('cves', cvesOf(advisory), (values) => values);
	each('bulletins', advisory.bulletins, ({ id, title, severity, line }) => [id, title, severity, line]);
	each('replaces', advisory.replaces, ({ bulletin, kb, line }) => [bulletin, kb, line]);
	each('revisions', advisory.revisions, ({ version, date, text, line }) => [version, date, text, line]);
	each('products', productsOf(advisory), (values) => values);
	each('ratings', ratingsOf(advisory), (values) => values);
}

const truth = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** What is described first, so that its position is its index; then CVEs that are only named. */
function cvesOf({ cves, vulnerabilities }: Advisory): SqlValue[][] {
	const titles = new Map(cves.map(({ id, title }) => [id, title]));
	const described = new Set(vulnerabilities.map(({ cve }) => cve));
	return [
		...vulnerabilities.map((it) => [
			it.cve,
			it.title ?? titles.get(it.cve ?? '') ?? null,
			truth(it.publiclyDisclosed),
			truth(it.exploited),
			it.exploitability?.latest ?? null,
			it.bulletin,
			it.line,
		]),
		...cves
			.filter(({ id }) => !described.has(id))
			.map(({ id, title, line }) => [id, title, null, null, null, null, line]),
	];
}

const softwareOf = (advisory: Advisory): { row: SoftwareRow; status: string }[] => [
	...advisory.affectedSoftware.map((row) => ({ row, status: 'affected' })),
	...advisory.notAffectedSoftware.map((row) => ({ row, status: 'not-affected' })),
];

function productsOf(advisory: Advisory): SqlValue[][] {
	return softwareOf(advisory).flatMap(({ row, status }, software) =>
		(row.canonicalProducts.length === 0 ? [null] : row.canonicalProducts).map((product) => [
			software,
			status,
			product,
			row.canonicalComponent,
			row.product,
			row.component,
			row.group,
			row.bulletin,
			row.severity,
			row.impacts.join(' '),
			row.kb.join(' '),
			row.line,
		]),
	);
}

function ratingsOf(advisory: Advisory): SqlValue[][] {
	const rated = softwareOf(advisory).flatMap(({ row }, software) =>
		row.ratings.map((it) => [software, null, it.cve, it.status, it.severity, it.impacts.join(' '), it.line]),
	);
	const unjoined = advisory.unjoinedRatings.map((it) => [
		null,
		it.product,
		it.cve,
		it.status,
		it.severity,
		it.impacts.join(' '),
		it.line,
	]);
	return [...rated, ...unjoined];
}

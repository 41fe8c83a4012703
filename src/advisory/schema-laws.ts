import type { Advisory, Section } from './schema.ts';
import { advisoryId, bulletinId, researchId, summaryId } from './schema-values.ts';
import type { Kind } from './words.ts';

interface BrokenLaw {
	readonly path: readonly (string | number)[];
	readonly message: string;
}

type Law = (advisory: Advisory) => Iterable<BrokenLaw>;

const ID_FORM: Readonly<Record<Kind, RegExp>> = {
	advisory: advisoryId,
	bulletin: bulletinId,
	summary: summaryId,
	'vulnerability-research': researchId,
};

function* identity({ id, kind, locale, recordId, key, source }: Advisory): Iterable<BrokenLaw> {
	if (!ID_FORM[kind].test(id)) yield { path: ['id'], message: `not the id of a document of kind ${kind}` };
	if (recordId !== `${id}_${locale}`.toLowerCase()) yield { path: ['recordId'], message: 'not `id` and `locale`' };
	if (source.contentKeyId === null ? key !== recordId : !key.startsWith(`${recordId}_`)) {
		yield { path: ['key'], message: 'not `recordId` and the content key' };
	}
}

function* twice(field: keyof Advisory, values: readonly string[]): Iterable<BrokenLaw> {
	const seen = new Set<string>();
	for (const [index, value] of values.entries()) {
		if (seen.has(value)) yield { path: [field, index], message: `stands twice: ${value}` };
		seen.add(value);
	}
}

function* eachOnce(advisory: Advisory): Iterable<BrokenLaw> {
	for (const field of ['kb', 'cves', 'bulletins'] as const)
		yield* twice(
			field,
			advisory[field].map(({ id }) => id),
		);
	yield* twice(
		'links',
		advisory.links.map(({ url }) => url),
	);
	yield* twice(
		'replaces',
		advisory.replaces.map(({ bulletin, kb }) => `${bulletin} ${kb}`),
	);
	const sorted = [...advisory.productFamilies].sort();
	if (sorted.join('\n') !== advisory.productFamilies.join('\n')) {
		yield { path: ['productFamilies'], message: 'not sorted by code unit' };
	}
}

function* indexes(advisory: Advisory): Iterable<BrokenLaw> {
	const count = advisory.vulnerabilities.length;
	for (const field of ['faq', 'mitigations', 'workarounds', 'acknowledgments'] as const) {
		for (const [index, { vulnerability }] of advisory[field].entries()) {
			if (vulnerability === null || vulnerability < count) continue;
			yield { path: [field, index, 'vulnerability'], message: `no vulnerability ${vulnerability}` };
		}
	}
	for (const [index, { section }] of advisory.faq.entries()) {
		let siblings: readonly Section[] | undefined = advisory.sections;
		for (const step of section) siblings = siblings?.[step]?.children;
		if (siblings === undefined) yield { path: ['faq', index, 'section'], message: `no section ${section.join('.')}` };
	}
}

function* tree({ sections }: Advisory): Iterable<BrokenLaw> {
	const open = sections.map((section, index) => ({ section, level: 1, path: ['sections', index] }));
	for (let top = open.pop(); top !== undefined; top = open.pop()) {
		const { section, level, path } = top;
		if (section.level !== level) yield { path: [...path, 'level'], message: `at depth ${level}` };
		if (section.title === null && section.children.length > 0) {
			yield { path: [...path, 'children'], message: 'the untitled introduction has children' };
		}
		for (const [index, child] of section.children.entries()) {
			open.push({ section: child, level: level + 1, path: [...path, 'children', index] });
		}
	}
}

/** Every KB, CVE and bulletin that a part names is in the list of all that the page names. */
function* named(advisory: Advisory): Iterable<BrokenLaw> {
	const kb = new Set(advisory.kb.map(({ id }) => id));
	const cves = new Set(advisory.cves.map(({ id }) => id));
	const bulletins = new Set(advisory.bulletins.map(({ id }) => id));
	if (bulletins.has(advisory.id)) yield { path: ['bulletins'], message: "holds the page's own id" };
	bulletins.add(advisory.id);
	const missing = function* (
		set: ReadonlySet<string>,
		ids: readonly (string | null)[],
		...path: (string | number)[]
	): Iterable<BrokenLaw> {
		for (const id of ids)
			if (id !== null && !set.has(id)) yield { path, message: `not among all that the page names: ${id}` };
	};
	for (const field of ['affectedSoftware', 'notAffectedSoftware'] as const) {
		for (const [index, row] of advisory[field].entries()) {
			if (row.bulletin !== null && advisory.kind !== 'summary') {
				yield { path: [field, index, 'bulletin'], message: 'only in summaries' };
			}
			yield* missing(bulletins, [row.bulletin], field, index, 'bulletin');
			yield* missing(kb, row.kb, field, index, 'kb');
			yield* missing(
				cves,
				row.ratings.map(({ cve }) => cve),
				field,
				index,
				'ratings',
			);
			yield* missing(
				kb,
				row.replaces.map((it) => it.kb),
				field,
				index,
				'replaces',
			);
			yield* missing(
				bulletins,
				row.replaces.map((it) => it.bulletin),
				field,
				index,
				'replaces',
			);
		}
	}
	yield* missing(kb, advisory.knownIssues?.kb ?? [], 'knownIssues', 'kb');
	yield* missing(
		cves,
		advisory.unjoinedRatings.map(({ cve }) => cve),
		'unjoinedRatings',
	);
	yield* missing(
		cves,
		advisory.vulnerabilities.map(({ cve }) => cve),
		'vulnerabilities',
	);
	yield* missing(
		bulletins,
		advisory.vulnerabilities.map((it) => it.bulletin),
		'vulnerabilities',
	);
	yield* missing(
		kb,
		advisory.replaces.map((it) => it.kb),
		'replaces',
	);
	yield* missing(
		bulletins,
		advisory.replaces.map((it) => it.bulletin),
		'replaces',
	);
	yield* missing(
		kb,
		advisory.bulletins.flatMap((it) => it.kb),
		'bulletins',
	);
}

const LAWS: readonly Law[] = [identity, eachOnce, indexes, tree, named];

/** What a record of the right shape still gets wrong between its fields. */
export function* brokenLaws(advisory: Advisory): Iterable<BrokenLaw> {
	for (const law of LAWS) yield* law(advisory);
}

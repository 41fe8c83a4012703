import * as z from 'zod';
import type { Advisory } from '../../src/advisory/schema.ts';

const dated = z.strictObject({ version: z.string().nullable(), date: z.string().nullable() });

const facts = z.strictObject({
	id: z.string(),
	kind: z.string(),
	published: z.string().nullable(),
	updated: z.string().nullable(),
	version: z.string().nullable(),
	/** Of bulletins; most advisories print none of these. */
	severity: z.string().nullable().default(null),
	impacts: z.array(z.string()).default([]),
	restart: z.string().nullable().default(null),
	kb: z.array(z.strictObject({ id: z.string(), roles: z.array(z.string()) })),
	cves: z.array(z.string()),
	bulletins: z.array(z.string()),
	replaces: z.array(z.strictObject({ bulletin: z.string().nullable(), kb: z.string().nullable() })).default([]),
	/** Other advisories, by a link or in words. */
	advisoriesNamed: z.array(z.string()).default([]),
	/** Answers about disclosure and exploitation, by CVE, where a page gives any. */
	answers: z
		.record(z.string(), z.strictObject({ disclosed: z.boolean().nullable(), exploited: z.boolean().nullable() }))
		.default({}),
	affectedSoftware: z.int(),
	notAffectedSoftware: z.int(),
	canonicalProducts: z.array(z.string()),
	faq: z.int(),
	mitigations: z.int(),
	workarounds: z.int(),
	acknowledgments: z.int(),
	revisions: z.array(dated),
	links: z.array(z.string()),
});

type Facts = z.infer<typeof facts>;

const factsFile = z.looseObject({ localeOverrides: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** What `facts.json` says of one language of a document. */
export function factsFor(tag: string, file: unknown): Facts {
	const { localeOverrides, ...common } = factsFile.parse(file);
	return facts.parse({ ...common, ...localeOverrides[tag] });
}

/** The same facts as a record has them; advisories are looked for only where `facts.json` names them. */
export function factsOf(record: Advisory, named: readonly string[]): Facts {
	const text = JSON.stringify([record.sections, record.links]);
	const rows = [...record.affectedSoftware, ...record.notAffectedSoftware];
	return {
		id: record.id,
		kind: record.kind,
		published: record.published,
		updated: record.updated,
		version: record.version,
		severity: record.severity,
		impacts: record.impacts,
		restart: record.restart,
		kb: record.kb.map(({ id, roles }) => ({ id, roles })),
		cves: record.cves.map(({ id }) => id),
		bulletins: record.bulletins.map(({ id }) => id),
		replaces: record.replaces.map(({ bulletin, kb }) => ({ bulletin, kb })),
		advisoriesNamed: named.filter((id) => text.includes(id)),
		answers: Object.fromEntries(
			record.vulnerabilities
				.filter(({ publiclyDisclosed, exploited }) => publiclyDisclosed !== null || exploited !== null)
				.map(({ cve, publiclyDisclosed, exploited }) => [cve, { disclosed: publiclyDisclosed, exploited }]),
		),
		affectedSoftware: record.affectedSoftware.length,
		notAffectedSoftware: record.notAffectedSoftware.length,
		canonicalProducts: [...new Set(rows.flatMap(({ canonicalProducts }) => canonicalProducts))],
		faq: record.faq.length,
		mitigations: record.mitigations.length,
		workarounds: record.workarounds.length,
		acknowledgments: record.acknowledgments.length,
		revisions: record.revisions.map(({ version, date }) => ({ version, date })),
		links: record.links.map(({ url }) => url),
	};
}

import * as z from 'zod';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { RULES, type RuleId } from '../diagnostic/rules.ts';
import { CONTRACT_VERSION } from './contract-version.ts';
import { brokenLaws } from './schema-laws.ts';
import {
	type exploitabilitySchema,
	faqEntrySchema,
	knownIssuesSchema,
	revisionSchema,
	sectionSchema,
	sourceSchema,
	textItemSchema,
	vulnerabilitySchema,
} from './schema-parts.ts';
import {
	bulletinReferenceSchema,
	cveReferenceSchema,
	kbReferenceSchema,
	linkSchema,
	replacementSchema,
} from './schema-references.ts';
import { type downloadSchema, type ratingSchema, softwareRowSchema, unjoinedRatingSchema } from './schema-software.ts';
import {
	documentId,
	impacts,
	isoDate,
	kind,
	localeTag,
	names,
	restart,
	severity,
	text,
	versionNumber,
	whenSound,
} from './schema-values.ts';

const record = z.strictObject({
	schema: z
		.literal(CONTRACT_VERSION)
		.describe("The contract's version; a new key keeps it, a changed meaning is `/2`."),
	generator: z
		.string()
		.regex(/^technet-advisory\/[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?\+[0-9a-f]{8}$/)
		.describe(
			'`technet-advisory/0.1.0+9f3ac2d1`: version, and 8 hex digits of a hash of all data that decides values.',
		),
	key: z
		.string()
		.regex(/^[a-z0-9_-]+$/)
		.describe('One page, one key: `recordId` and the content key where the page has one, `ms08-067_zh-tw_61240123`.'),
	recordId: z
		.string()
		.regex(/^[a-z0-9-]+_[a-z0-9-]+$/)
		.describe('Document and locale in lower case: `ms08-067_zh-tw`; two pages of one run may share it.'),
	id: documentId.describe(
		'Canonical id: `954474`, `MS08-067`, `MS14-MAR`, `MSVR11-001`; a second page of a month keeps its suffix (`MS10-JAN-OOB`).',
	),
	kind: kind.describe('Kind of document, by the form of the id, then the structure; never by words alone.'),
	locale: localeTag.describe('The `locale` option, else what the page declares; BCP 47, cased `zh-TW`.'),
	language: localeTag.nullable().describe('Language in which the page is in fact written; `null` where no pack fits.'),
	title: text.describe('The first title, as printed.'),
	headline: text.nullable().describe('The second title, without the KB number in parentheses at its end.'),
	published: isoDate.nullable().describe('First publication as the dateline prints it.'),
	updated: isoDate.nullable().describe('Last update as the dateline prints it.'),
	version: versionNumber
		.nullable()
		.describe('The printed version number; without a version line, that of the latest dated revision.'),
	severity: severity.nullable().describe("The page's own overall rating."),
	impacts: impacts.describe(
		"The page's own overall impacts, in printed order, never from a headline's prose; where none is printed, the union of the rows'.",
	),
	summary: text
		.nullable()
		.describe("The executive summary's own text without its run-ins, else the untitled introduction."),
	recommendation: text.nullable().describe('Text of the run-in "Recommendation", up to the first table or title.'),
	restart: restart
		.nullable()
		.describe("Restart requirement of the page's updates; `null` where it differs by platform."),
	knownIssues: knownIssuesSchema.nullable().describe('The run-in "Known issues"; `null` where the page has none.'),
	kb: z
		.array(kbReferenceSchema)
		.describe('Every Knowledge Base article that the page names, each once, in order of first appearance.'),
	cves: z.array(cveReferenceSchema).describe('Every CVE that the page names, each once, in order of first appearance.'),
	bulletins: z
		.array(bulletinReferenceSchema)
		.describe('Every other Microsoft bulletin that the page names, each once, in order of first appearance.'),
	affectedSoftware: z
		.array(softwareRowSchema)
		.describe('What the page lists as affected; in advisories "related software" too.'),
	notAffectedSoftware: z.array(softwareRowSchema).describe('What the page lists as not affected.'),
	unjoinedRatings: z.array(unjoinedRatingSchema).describe('Ratings that belong to no row, each with a diagnostic.'),
	vulnerabilities: z
		.array(vulnerabilitySchema)
		.describe('One per CVE, or per vulnerability section where no CVE is printed.'),
	replaces: z.array(replacementSchema).describe("Union of the updates that this page's updates replace, each once."),
	faq: z.array(faqEntrySchema).describe('Question and answer pairs, wherever they stand.'),
	mitigations: z.array(textItemSchema).describe('Items of mitigating factors.'),
	workarounds: z.array(textItemSchema).describe('Items of workarounds, each with its impact and undo.'),
	acknowledgments: z.array(textItemSchema).describe('Who is thanked for what.'),
	revisions: z.array(revisionSchema).describe('The revision history in printed order.'),
	links: z.array(linkSchema).describe('Every link, each target once, in order of first appearance.'),
	sections: z.array(sectionSchema).describe('The tree of the whole body: every word is in exactly one text.'),
	productFamilies: names.describe(
		'Families, as in the product data, of `affectedSoftware`, sorted by code unit: what a facet shows.',
	),
	source: sourceSchema.describe('File, address and keys of the page that the record was made from.'),
});

/** The whole record, keys in the contract's order, with the laws that hold between its fields. */
export const advisorySchema = record
	.superRefine((advisory, context) => {
		for (const { path, message } of brokenLaws(advisory)) {
			context.addIssue({ code: 'custom', path: [...path], message });
		}
	}, whenSound)
	.meta({ title: 'Advisory', description: 'One localized TechNet security page as a language-neutral record.' });

const position = z.int().min(1).nullable();

export const diagnosticSchema = z
	.strictObject({
		rule: z.enum(Object.keys(RULES) as RuleId[]).describe('Id of the rule, in kebab-case; the set is closed.'),
		severity: z.enum(['error', 'warning', 'info']).describe('A reject has exactly one `error`.'),
		message: z.string().min(1).describe('One English sentence.'),
		line: position.describe('1-based line of the source file; `null` where the whole page is meant.'),
		column: position.describe('1-based column in UTF-16 code units.'),
		endLine: position.describe('1-based line of the end.'),
		endColumn: position.describe('1-based column of the end.'),
		blame: z
			.enum(['page', 'pack', 'limit'])
			.describe('Whether the source contradicts itself, a word is not in the pack, or something was cut at a limit.'),
		actual: z.string().nullable().describe('What the page has.'),
		expected: z.string().nullable().describe('What it should have, or what contradicts it.'),
	})
	.meta({ title: 'Diagnostic', description: 'A finding about one page.' }) satisfies z.ZodType<Diagnostic>;

export type Advisory = z.infer<typeof record>;
export type KbReference = z.infer<typeof kbReferenceSchema>;
export type CveReference = z.infer<typeof cveReferenceSchema>;
export type BulletinReference = z.infer<typeof bulletinReferenceSchema>;
export type SoftwareRow = z.infer<typeof softwareRowSchema>;
export type Rating = z.infer<typeof ratingSchema>;
export type UnjoinedRating = z.infer<typeof unjoinedRatingSchema>;
export type Download = z.infer<typeof downloadSchema>;
export type Vulnerability = z.infer<typeof vulnerabilitySchema>;
export type Exploitability = z.infer<typeof exploitabilitySchema>;
export type Replacement = z.infer<typeof replacementSchema>;
export type FaqEntry = z.infer<typeof faqEntrySchema>;
export type TextItem = z.infer<typeof textItemSchema>;
export type Revision = z.infer<typeof revisionSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Source = z.infer<typeof sourceSchema>;

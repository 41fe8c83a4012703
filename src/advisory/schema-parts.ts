import * as z from 'zod';
import {
	bulletin,
	cveId,
	index,
	isoDate,
	kbIds,
	line,
	sectionKind,
	text,
	textOrEmpty,
	versionNumber,
} from './schema-values.ts';

const assessment = z.int().min(0).max(3).nullable();

export const exploitabilitySchema = z
	.strictObject({
		latest: assessment.describe(
			'Assessment of the latest software release, 0 to 3; a printed 4 ("not affected") is `null`.',
		),
		older: assessment.describe('Assessment of older software releases, 0 to 3.'),
		denialOfService: z
			.enum(['permanent', 'temporary', 'not-applicable'])
			.nullable()
			.describe('Assessment of a denial of service.'),
	})
	.meta({ id: 'Exploitability', description: 'A row of the exploitability index; 0 is "exploitation detected".' });

export const vulnerabilitySchema = z
	.strictObject({
		cve: cveId.nullable().describe('Its CVE; `null` where the page prints none.'),
		title: text.nullable().describe('Its name as printed, without the id.'),
		description: text
			.nullable()
			.describe('What the page tells of it before its parts (mitigations, workarounds, FAQ).'),
		publiclyDisclosed: z
			.boolean()
			.nullable()
			.describe('Whether it was public before; `null` where the page does not say.'),
		exploited: z.boolean().nullable().describe('Whether it was exploited before; `null` where the page does not say.'),
		exploitability: exploitabilitySchema.nullable().describe('Its exploitability assessment.'),
		keyNotes: text.nullable().describe('Words of the column "key notes" of an exploitability index.'),
		bulletin: bulletin.nullable().describe('The bulletin under which a summary lists it.'),
		line,
	})
	.meta({
		id: 'Vulnerability',
		description: 'One per CVE, or per vulnerability section where no CVE is printed. Other items name it by its index.',
	});

const ownVulnerability = index
	.nullable()
	.describe('Zero-based index into `vulnerabilities`; `null` where it belongs to none.');

export const faqEntrySchema = z
	.strictObject({
		question: text.describe('The question as printed.'),
		answer: textOrEmpty.describe('The whole answer; `""` where the page has none.'),
		section: z.array(index).min(1).describe('Path of zero-based indexes from `sections`: `[1, 0]`.'),
		vulnerability: ownVulnerability,
		line,
	})
	.meta({ id: 'FaqEntry', description: 'A question and its answer.' });

export const textItemSchema = z
	.strictObject({
		text: text.describe('The whole item; where items have titles, it begins with its own.'),
		vulnerability: ownVulnerability,
		line,
	})
	.meta({
		id: 'TextItem',
		description: 'One top list item in full, or one titled part with all that stands under it.',
	});

export const revisionSchema = z
	.strictObject({
		version: versionNumber.nullable().describe('The printed number; `null` where the entry prints none.'),
		date: isoDate.nullable().describe('The printed date; `null`, with a diagnostic, where it cannot be read.'),
		text: textOrEmpty.describe('The entry without version and date; `""` where nothing is left.'),
		line,
	})
	.meta({ id: 'Revision', description: 'An entry of the revision history.' });

export const knownIssuesSchema = z
	.strictObject({
		kb: kbIds.describe('Ids of the articles that it names, in printed order.'),
		text: text.nullable().describe('Its text; `null` where the page says "none".'),
	})
	.meta({ id: 'KnownIssues', description: 'The run-in "Known issues".' });

export const sectionSchema = z
	.strictObject({
		kind: sectionKind.describe('What it is about; a heading that no kind fits is `other`.'),
		title: text
			.nullable()
			.describe('Its title without a colon or full stop at the end; `null` for the untitled introduction.'),
		level: z.int().min(1).describe('Depth in this tree, 1 at the top; not the number of `#`.'),
		text: textOrEmpty.describe(
			'What stands between this title and the next; `""` where nothing does. Children not included.',
		),
		line,
		get children(): z.ZodArray<typeof sectionSchema> {
			return z.array(sectionSchema).describe('Sections inside it, in printed order.');
		},
	})
	.meta({ id: 'Section', description: 'A part of the body, opened by a heading or a known bold label.' });

export const sourceSchema = z
	.strictObject({
		path: z
			.string()
			.min(1)
			.nullable()
			.describe('Path of the file, relative, `/` as separator; `null` where none was given.'),
		format: z.enum(['markdown', 'html']).describe('Markup of the page.'),
		url: text.nullable().describe("Address that the page's front matter gives (`ms:mtpsurl`)."),
		contentKeyId: text.nullable().describe('`ms:contentKeyID`, a string.'),
		assetId: text.nullable().describe('`ms:assetid`, a string.'),
		tocTitle: text.nullable().describe('`TOCTitle`, as printed.'),
		date: isoDate
			.nullable()
			.describe('ISO form of `ms:date` or `ms.date` (printed M/D/YYYY): the day of the last build.'),
		builtAt: text.nullable().describe("The footer's time as printed, words cut off; often no valid ISO 8601."),
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/)
			.nullable()
			.describe('SHA-256 of the bytes, 64 hex digits; `null` from a bare `parseAdvisory`.'),
		encoding: z.string().min(1).describe('Encoding in which the bytes were read, `utf-8`; of a string: `utf-8`.'),
		bytes: z.int().min(0).describe('Number of bytes that were read; of a string: of its UTF-8.'),
	})
	.meta({ id: 'Source', description: 'Where the record came from.' });

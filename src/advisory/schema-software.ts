import * as z from 'zod';
import { replacementSchema } from './schema-references.ts';
import {
	bulletin,
	cveId,
	impacts,
	kbIds,
	line,
	localeTag,
	names,
	ratingStatus,
	severity,
	text,
	textOrEmpty,
	webUrl,
} from './schema-values.ts';

interface Rated {
	readonly status: string;
	readonly severity: string | null;
	readonly impacts: readonly string[];
}

/** A rated cell says something, any other one has neither severity nor impact. */
const saysOne = (it: Rated): boolean => (it.status === 'rated') === (it.severity !== null || it.impacts.length > 0);
const RATED = { path: ['status'], error: 'severity or impacts go with `rated`, and with nothing else' };

const ratingFields = {
	status: ratingStatus.describe('Whether the cell rates, or says "not applicable" or "not affected".'),
	severity: severity.nullable().describe('The rating; `null` where the cell prints none, and always but for `rated`.'),
	impacts: impacts.describe('Impacts in printed order; `[]` but for `rated`.'),
	line,
};

const productFields = {
	product: text.describe('Product as printed, without KB, footnote marks and download notes.'),
	canonicalProducts: names.describe(
		'Canonical English names, one per product that the words name, never with `Microsoft ` in front; `[]` where not known.',
	),
	component: text.nullable().describe('The second name as printed, where the table has one; version columns are none.'),
	canonicalComponent: text
		.nullable()
		.describe('Canonical English name of the component, also of "component on product" in one cell.'),
};

export const ratingSchema = z
	.strictObject({ cve: cveId.describe('The CVE that is rated.'), ...ratingFields })
	.refine(saysOne, RATED)
	.meta({ id: 'Rating', description: 'What one cell of a CVE column or row says of the product.' });

export const unjoinedRatingSchema = z
	.strictObject({
		...productFields,
		cve: cveId.nullable().describe('The CVE that is rated; `null` where the page prints none.'),
		...ratingFields,
	})
	.refine(saysOne, RATED)
	.meta({ id: 'UnjoinedRating', description: 'A rating that belongs to no row; each has a diagnostic.' });

export const downloadSchema = z
	.strictObject({
		url: webUrl.describe('Absolute http(s) address as printed, entities resolved.'),
		text: textOrEmpty.describe('The words of the link; `""` where it has none (an arrow image).'),
		language: localeTag.nullable().describe('Language of the update where the page names it.'),
	})
	.meta({ id: 'Download', description: 'A link to an update.' });

export const softwareRowSchema = z
	.strictObject({
		...productFields,
		group: text.nullable().describe('The heading row over it as printed; a title or header row is none.'),
		bulletin: bulletin.nullable().describe('The bulletin to which the row belongs; only in summaries.'),
		kb: kbIds.describe(
			"Ids that stand in the row, in printed order; where a bulletin's table has none at all, the page's own one.",
		),
		downloads: z.array(downloadSchema).describe('Downloads of the row, in printed order.'),
		impacts: impacts.describe('As printed for the row; where none is printed, the union of its ratings.'),
		severity: severity
			.nullable()
			.describe('As printed for the row; where none is printed, the highest of its ratings.'),
		ratings: z.array(ratingSchema).describe('One per cell of a CVE column or row that says something of this product.'),
		replaces: z.array(replacementSchema).describe("Updates that this row's update replaces."),
		footnotes: z.array(text).describe("Texts to which the row's marks refer."),
		line,
	})
	.meta({ id: 'SoftwareRow', description: 'One update of one product, component or branch.' });

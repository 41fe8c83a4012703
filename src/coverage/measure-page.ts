import type { Advisory } from '../advisory/schema.ts';
import type { Kind } from '../advisory/words.ts';
import type { Context } from '../fields/context.ts';
import type { ParseResult } from '../options.ts';
import { type SectionLetters, sectionLetters } from './unclaimed-text.ts';
import { type UnknownWords, unknownHeadings, unknownLabels } from './unknown-words.ts';

/** Words with the 1-based line on which they stand. */
export interface FoundWords extends Pick<UnknownWords, 'text' | 'under'> {
	readonly line: number;
}

/** What one page adds to the coverage. */
export interface PageMeasure {
	readonly path: string;
	readonly locale: string;
	readonly kind: Kind;
	/** Fields that are not null and not empty. */
	readonly filled: readonly Measured[];
	readonly headings: readonly FoundWords[];
	readonly labels: readonly FoundWords[];
	readonly ratings: readonly FoundWords[];
	/** Ratings that were not read and are counted only. */
	readonly moreRatings: number;
	readonly sections: readonly (SectionLetters & { readonly line: number })[];
}

/** Fields that the contract fills on every page. */
type Given = 'schema' | 'generator' | 'key' | 'recordId' | 'id' | 'kind' | 'locale' | 'source';
type Measured = Exclude<keyof Advisory, Given>;

const GIVEN: readonly string[] = [
	'schema',
	'generator',
	'key',
	'recordId',
	'id',
	'kind',
	'locale',
	'source',
] satisfies Given[];

/** The fields whose filling is measured, in the contract's order. */
export const measuredFields = (advisory: object): Measured[] =>
	Object.keys(advisory).filter((field): field is Measured => !GIVEN.includes(field));

/** Measures a page that was read with its trace. */
export function measurePage(
	path: string,
	advisory: Advisory,
	{ trace = {}, diagnostics }: ParseResult,
	{ sections, language, lines }: Context,
): PageMeasure {
	const located = ({ text, under, place }: UnknownWords): FoundWords => ({
		text,
		under,
		line: lines.line(place.start),
	});
	const unread = diagnostics.filter(({ rule }) => rule === 'rating-unreadable');
	const ratings = unread.flatMap(({ actual, line }) =>
		line === null || actual === null ? [] : [{ text: actual, under: null, line }],
	);
	// the last line of a rule that fired often has no place, and all of them as its count
	const total = Number(unread.find(({ line }) => line === null)?.actual ?? ratings.length);
	return {
		path,
		locale: advisory.locale,
		kind: advisory.kind,
		filled: measuredFields(advisory).filter((field) => isFilled(advisory[field])),
		headings: unknownHeadings(sections).map(located),
		labels: unknownLabels(sections, language.readers).map(located),
		ratings,
		moreRatings: total - ratings.length,
		sections: sectionLetters(sections, trace).map((counted) => ({ ...counted, line: lines.line(counted.start) })),
	};
}

const isFilled = (value: unknown): boolean =>
	value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

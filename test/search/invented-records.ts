import { blankAdvisory } from '../../src/advisory/blank.ts';
import type { Advisory, FaqEntry, Section, SoftwareRow } from '../../src/advisory/schema.ts';

interface Facts extends Partial<Omit<Advisory, 'sections'>> {
	readonly id: string;
	/** Text of a section, or title and text; children follow. */
	readonly sections?: readonly (string | Section)[];
	readonly path?: string;
}

const section = (text: string, line: number): Section => ({
	kind: 'other',
	title: null,
	level: 1,
	text,
	line,
	children: [],
});

/** A record with these facts; sections of which only the text is given stand ten lines apart. */
export function recordOf({ sections = [], path, ...facts }: Facts): Advisory {
	const locale = facts.locale ?? 'en-US';
	const recordId = `${facts.id}_${locale}`.toLowerCase();
	const blank = blankAdvisory();
	return {
		...blank,
		generator: 'technet-advisory/0.0.0+00000000',
		kind: 'bulletin',
		key: recordId,
		recordId,
		locale,
		title: `Microsoft Security Bulletin ${facts.id}`,
		...facts,
		sections: sections.map((one, index) => (typeof one === 'string' ? section(one, 10 * (index + 1)) : one)),
		source: { ...blank.source, path: path ?? `${locale}/${facts.id}.md`, bytes: 1 },
	};
}

/** A section with a title. */
export const titled = (title: string, text: string, line: number, children: Section[] = []): Section => ({
	...section(text, line),
	title,
	children,
});

export const questionOf = (question: string, answer: string, path: number[], line: number): FaqEntry => ({
	question,
	answer,
	section: path,
	vulnerability: null,
	line,
});

/** A row of affected software. */
export const softwareOf = (canonicalProducts: string[]): SoftwareRow => ({
	product: canonicalProducts.join(' and '),
	canonicalProducts,
	component: null,
	canonicalComponent: null,
	group: null,
	bulletin: null,
	kb: [],
	downloads: [],
	impacts: [],
	severity: null,
	ratings: [],
	replaces: [],
	footnotes: [],
	line: 1,
});

/** A stream of records. */
export async function* streamOf(...records: Advisory[]): AsyncGenerator<Advisory> {
	yield* records;
}

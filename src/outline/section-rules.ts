import type { SectionKind } from '../advisory/words.ts';

/** Kinds that end a page: they stand under "other information" or at the top, whatever heading was open before. */
export const END_MATTER: ReadonlySet<SectionKind> = new Set([
	'acknowledgments',
	'mapp',
	'resources',
	'feedback',
	'support',
	'disclaimer',
	'revisions',
]);

/** Kinds of labels that are part of the label before them, not its neighbour. */
export const PART_OF: Partial<Readonly<Record<SectionKind, readonly SectionKind[]>>> = {
	'workaround-impact': ['workarounds', 'suggested-actions', 'additional-actions'],
};

/** What a heading of the same rank is a part of, though the signs say that it is a neighbour. */
export const HOLDERS: Partial<Readonly<Record<SectionKind, readonly SectionKind[]>>> = {
	other: ['workarounds', 'mitigating-factors'],
	vulnerability: ['vulnerability-information'],
};

/** What a bold title alone may open inside an FAQ, where answers have bold lines of their own. */
export const ENDS_FAQ: ReadonlySet<SectionKind> = new Set([
	...END_MATTER,
	'other-information',
	'suggested-actions',
	'additional-actions',
	'mitigating-factors',
	'workarounds',
	'vulnerability-information',
	'update-information',
	'affected-software',
	'non-affected-software',
	'faq',
]);

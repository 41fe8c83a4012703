import type { Advisory } from '../../src/index-portable.ts';

/** What one accepted page adds to a measure. `source` is the page as text. */
export type Measure = (record: Advisory, source: string) => number;

/**
 * What is counted over the archive. A measure gets a floor by its name in `floors.json`: the sum may not fall below
 * it. To add one, write it here, run the test, and put the printed sum into `floors.json`.
 */
export const MEASURES: Readonly<Record<string, Measure>> = {
	accepted: () => 1,
	'of a known language': ({ language }) => Number(language !== null),
	'with a headline': ({ headline }) => Number(headline !== null),
	'with a date of publication': ({ published }) => Number(published !== null),
	'with a version': ({ version }) => Number(version !== null),
	'with a summary': ({ summary }) => Number(summary !== null),
	'with software': ({ affectedSoftware }) => Number(affectedSoftware.length > 0),
	articles: ({ kb }) => kb.length,
	CVEs: ({ cves }) => cves.length,
	questions: ({ faq }) => faq.length,
	mitigations: ({ mitigations }) => mitigations.length,
	workarounds: ({ workarounds }) => workarounds.length,
	revisions: ({ revisions }) => revisions.length,
	'revisions with a date': ({ revisions }) => revisions.filter(({ date }) => date !== null).length,
	links: ({ links }) => links.length,
};

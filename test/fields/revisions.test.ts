import { describe, expect, test } from 'vitest';
import { inventedPage, readPageText } from '../invented-page.ts';

/** The revisions of a page with this history, as `version date text`. */
function historyOf(history: string, locale = 'en-US', heading = '#### Revisions') {
	const body = `## Overview\n\nText.\n\n${heading}\n\n${history}`;
	const { advisory, diagnostics } = readPageText(inventedPage({ body }), { locale });
	return {
		entries: advisory.revisions.map(({ version, date, text }) => `${version} ${date} ${text}`),
		lines: advisory.revisions.map(({ line }) => line),
		version: advisory.version,
		rules: diagnostics.map(({ rule }) => rule).filter((rule) => rule.startsWith('revision')),
	};
}

const ONE = 'V1.0 (September 16, 2008): Published.';
const TWO = 'V1.1 (September 24, 2008): Queue added.';
const BOTH = ['1.0 2008-09-16 Published.', '1.1 2008-09-24 Queue added.'];

describe('entries', () => {
	test.each([
		['list items', `-   ${ONE}\n-   ${TWO}`],
		['items with blank lines', `- ${ONE}\n\n- ${TWO}`],
		['paragraphs', `${ONE}\n\n${TWO}`],
		['lines of a paragraph', `${ONE}  \n${TWO}`],
		['lines of a paragraph without hard break', `${ONE}\n${TWO}`],
		['two in one item', `-   ${ONE}\n\n    ${TWO}`],
		['two lines of one item', `-   ${ONE}  \n    ${TWO}`],
		['paragraphs with dashes', `&ndash;&nbsp;&nbsp;&nbsp;&nbsp;${ONE}\n\n&ndash;&nbsp;&nbsp;&nbsp;&nbsp;${TWO}`],
		['paragraphs in items', `-   <p>${ONE}</p>\n-   <p>${TWO}</p>`],
		['items that nest too deep', `-   \n    -   ${ONE}\n    -   ${TWO}`],
		['a date in a link', `-   V1.0 ([September 16, 2008](http://contoso.example)): Published.\n-   ${TWO}`],
		['bold heads', `-   **V1.0 (September 16, 2008):** Published.\n-   ${TWO}`],
		['escaped points', `-   V1\\.0 (September 16, 2008): Published.\n-   ${TWO}`],
	])('%s', (_, history) => expect(historyOf(history)).toMatchObject({ entries: BOTH, version: '1.1', rules: [] }));

	test.each([
		'**Revisions:**',
		'**Revisions**',
		'Revisions:',
		'### Revisions:',
		'**Revisions** **:**',
		'**Revisions:**?',
	])('under %s', (heading) => expect(historyOf(`-   ${ONE}\n-   ${TWO}`, 'en-US', heading).entries).toEqual(BOTH));

	test('an entry may hold a list, with names that look like years', () =>
		expect(
			historyOf(`-   ${ONE}\n    -   Contoso Server 2012\n    -   Contoso Server 2016\n\n    More.\n-   ${TWO}`)
				.entries,
		).toEqual(['1.0 2008-09-16 Published.\n- Contoso Server 2012\n- Contoso Server 2016\n\nMore.', BOTH[1]]));

	test('a second date in the text is text', () =>
		expect(historyOf('-   V1.0 (September 16, 2008): Revised on October 3, 2008.').entries).toEqual([
			'1.0 2008-09-16 Revised on October 3, 2008.',
		]));

	test('the footer is no entry', () =>
		expect(historyOf(`-   ${ONE}\n\n*Built at 2014-04-18T01:50:00Z-07:00*`).entries).toEqual([BOTH[0]]));

	test('each stands on its line', () =>
		expect(historyOf(`-   ${ONE}\n\n-   <span></span>\n    ${TWO}`).lines).toEqual([15, 18]));
});

describe('an entry without a date of the calendar', () => {
	test.each([
		['V1.2: Queue added.', '1.2 null Queue added.'],
		['V1.2 (February 30, 2009): Queue added.', '1.2 null Queue added.'],
	])('%s', (entry, expected) => {
		const { entries, rules } = historyOf(`-   ${ONE}\n-   ${entry}`);
		expect(entries).toEqual([BOTH[0], expected]);
		expect(rules).toEqual(['revision-date-unreadable']);
	});
});

describe('the version of a page without version line', () => {
	test.each([
		['the latest date, not the last line', `-   ${TWO}\n-   ${ONE}`, '1.1'],
		['of several on one day the last printed', `-   ${ONE}\n-   V1.9 (September 16, 2008): More.`, '1.9'],
		['dates alone have none', '-   September 16, 2008: Published.', null],
	])('%s', (_, history, version) => expect(historyOf(history).version).toBe(version));
});

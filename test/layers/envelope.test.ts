import { describe, expect, test } from 'vitest';
import { inventedPage, readPageText } from '../invented-page.ts';

const DATELINE = 'Published: September 16, 2008';

/** What stands around the body, and the texts of the sections. */
function read(source: string, locale = 'en-US') {
	const { title, headline, published, sections, source: from } = readPageText(source, { locale }).advisory;
	return { title, headline, published, texts: sections.map(({ text }) => text), builtAt: from.builtAt };
}

describe('titles', () => {
	const TITLES = {
		title: 'Microsoft Security Advisory 990901',
		headline: 'The queue stops',
		published: '2008-09-16',
		texts: ['Text.'],
		builtAt: null,
	};

	test.each([
		['underlined', `Microsoft Security Advisory 990901\n===\n\nThe queue stops\n---\n\n${DATELINE}\n\nText.`],
		['with signs', `# Microsoft Security Advisory 990901\n\n## The queue stops\n\n${DATELINE}\n\nText.`],
		['closed', `# Microsoft Security Advisory 990901 #\n\n## The queue stops ##\n\n${DATELINE}\n\nText.`],
		['both of the first level', `# Microsoft Security Advisory 990901\n\n# The queue stops\n\n${DATELINE}\n\nText.`],
		[
			'under an eyebrow',
			`Security Advisory\n\n# Microsoft Security Advisory 990901\n\n## The queue stops\n\n${DATELINE}\n\nText.`,
		],
		[
			'under a line of a no-break space',
			`\u00A0\n\n# Microsoft Security Advisory 990901\n\n## The queue stops\n\n${DATELINE}\n\nText.`,
		],
		[
			'under an empty span',
			`<span></span>\n# Microsoft Security Advisory 990901\n\n## <span id="x"></span>The queue stops\n\n${DATELINE}\n\nText.`,
		],
	])('%s', (_, source) => expect(read(source)).toEqual(TITLES));

	test('a section right under the title is no headline', () =>
		expect(read(`# Microsoft Security Advisory 990901\n\n${DATELINE}\n\n## Overview\n\nText.`)).toEqual({
			...TITLES,
			headline: null,
		}));
});

describe('the footer', () => {
	test.each([
		['*Built at 2014-04-18T01:50:00Z-07:00*', '2014-04-18T01:50:00Z-07:00'],
		['*Page generated 2015-07-13 9:23Z-07:00.*', '2015-07-13 9:23Z-07:00'],
		['*Built at 2014-04-18T01:50:00Z-07:00*\n\n♦', '2014-04-18T01:50:00Z-07:00'],
	])('%j', (footer, builtAt) =>
		expect(read(inventedPage({ body: `## Overview\n\nText.\n\n${footer}` }))).toMatchObject({
			texts: ['Text.'],
			builtAt,
		}),
	);

	test('right behind the last revision', () =>
		expect(
			read(
				inventedPage({
					body: '#### Revisions\n\n-   V1.0 (September 16, 2008): Text.  \n*Built at 2014-04-18T01:50:00Z-07:00*',
				}),
			),
		).toMatchObject({ texts: ['- V1.0 (September 16, 2008): Text.'], builtAt: '2014-04-18T01:50:00Z-07:00' }));

	test('with a broken date in it', () =>
		expect(
			read(
				inventedPage({
					dateline: '發行日期：2016 年 6 月 8 日',
					body: '## 修訂\n\n-   V1.0 (2016 年 6 月 8 日)：發行。\n\n*頁面產生時間：2016/-06-08 09:22-07:00。*',
				}),
				'zh-TW',
			),
		).toMatchObject({ texts: ['- V1.0 (2016 年 6 月 8 日)：發行。'], builtAt: '2016/-06-08 09:22-07:00' }));

	test.each(['*A line in italics.*', 'Built in 2014.', '*Call 555 0199.*'])('%j is text', (line) =>
		expect(read(inventedPage({ body: `## Overview\n\nText.\n\n${line}` }))).toMatchObject({ builtAt: null }),
	);
});

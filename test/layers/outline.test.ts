import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/advisory/schema.ts';
import type { ParseOptions } from '../../src/options.ts';
import { recordOf } from '../invented-page.ts';

/** The tree, a line a section: indent by level, kind, title in parentheses. */
function treeOf(sections: readonly Section[]): string[] {
	const lines: string[] = [];
	const stack = [...sections].reverse();
	for (let section = stack.pop(); section !== undefined; section = stack.pop()) {
		lines.push(
			`${'  '.repeat(section.level - 1)}${section.kind}${section.title === null ? '' : ` (${section.title})`}`,
		);
		stack.push(...[...section.children].reverse());
	}
	return lines;
}

const BULLETIN = { title: 'Microsoft Security Bulletin MS08-999 - Critical' };
const tree = (body: string, options: ParseOptions = {}, parts: Parameters<typeof recordOf>[1] = {}): string[] =>
	treeOf(recordOf(body, parts, options).sections);

describe('levels', () => {
	test('an H3 before the first H2 is the parent of H2s, and H4 is below both', () =>
		expect(
			tree(`### General Information

## Overview

Text.

## Frequently Asked Questions

**One?**
Yes.

#### Mitigating Factors

-   One.

### Other Information

#### Disclaimer

None.

#### Revisions

-   V1.0 (September 16, 2008): Published.`),
		).toEqual([
			'general-information (General Information)',
			'  summary (Overview)',
			'  faq (Frequently Asked Questions)',
			'    mitigating-factors (Mitigating Factors)',
			'other-information (Other Information)',
			'  disclaimer (Disclaimer)',
			'  revisions (Revisions)',
		]));

	test('else H2 is the parent of H3s', () =>
		expect(
			tree(`## General Information

### Executive Summary

Text.

## Advisory Details

### Issue References

Text.

#### Odd

Text.`),
		).toEqual([
			'general-information (General Information)',
			'  summary (Executive Summary)',
			'advisory-details (Advisory Details)',
			'  references (Issue References)',
			'    other (Odd)',
		]));

	test('a level is the depth, not the number of signs', () =>
		expect(tree('#### Executive Summary\n\nText.\n\n###### Odd\n\nText.')).toEqual([
			'summary (Executive Summary)',
			'  other (Odd)',
		]));

	test('an empty heading opens nothing', () =>
		expect(tree('## Executive Summary\n\nOne.\n\n#### \n\nTwo.')).toEqual(['summary (Executive Summary)']));
});

describe('titles', () => {
	test.each([
		['### Other Information:\n\nText.', 'other-information (Other Information)'],
		['### Other Information :\n\nText.', 'other-information (Other Information)'],
		['#### **Executive Summary**\n\nText.', 'summary (Executive Summary)'],
		['**Resources:**\n\nText.', 'resources (Resources)'],
		['**Resources** **:**\n\nText.', 'resources (Resources)'],
		['**Resources**:\n\nText.', 'resources (Resources)'],
		['**Resources.** Text.', 'resources (Resources)'],
		['Resources: Text.', 'resources (Resources)'],
		['Resources\n\nText.', 'resources (Resources)'],
		['### Odd Things!\n\nText.', 'other (Odd Things!)'],
	])('%j', (body, expected) => expect(tree(body)).toEqual([expected]));

	test('text before the first title is the untitled introduction', () => {
		const [introduction, next] = recordOf('One.\n\nTwo.\n\n### Executive Summary\n\nThree.').sections;
		expect(introduction).toMatchObject({ kind: 'summary', title: null, level: 1, text: 'One.\n\nTwo.', children: [] });
		expect(next).toMatchObject({ kind: 'summary', title: 'Executive Summary', level: 1, text: 'Three.' });
	});
});

describe('labels', () => {
	const OVERVIEW = '## Overview\n\n';

	test('run-ins are children, one each, and what follows belongs to the last', () => {
		const [overview] = recordOf(`${OVERVIEW}**Purpose of Advisory:** One.

**Advisory Status:** Two.

Three.

**Recommendation.** Four.`).sections;
		expect(overview?.text).toBe('');
		expect(overview?.children.map(({ kind, title, level, text }) => [kind, title, level, text])).toEqual([
			['purpose', 'Purpose of Advisory', 2, 'One.'],
			['purpose', 'Advisory Status', 2, 'Two.\n\nThree.'],
			['recommendation', 'Recommendation', 2, 'Four.'],
		]);
	});

	test.each([
		['bold', '**Recommendation:** Read on.'],
		['glued bold', '**Recommendation:**Read on.'],
		['label and text bold', '**Recommendation: Read on.**'],
		['colon outside', '**Recommendation** : Read on.'],
		['plain', 'Recommendation: Read on.'],
		['on a line of its own', '**Recommendation:**  \nRead on.'],
		['as a paragraph', '**Recommendation**\n\nRead on.'],
	])('a label %s', (_, label) => {
		const [overview] = recordOf(`${OVERVIEW}${label}`).sections;
		expect(overview?.children).toMatchObject([{ kind: 'recommendation', title: 'Recommendation', text: 'Read on.' }]);
	});

	test.each([
		['a note', '**Note:** Read on.'],
		['a note without colon', '**Note** Read on.'],
		['a warning', '**Warning:** Read on.'],
		['an unknown bold line', '**Odd words:** Read on.'],
		['a label in a sentence', 'The **Recommendation:** is here.'],
		['a label in a list item', '-   **Recommendation:** Read on.'],
		['a label in a quote', '> **Recommendation:** Read on.'],
		['a label in a cell', '<table><tr><td><b>Recommendation:</b> Read on.</td></tr></table>'],
		['a heading in a list item', '-   ## Resources\n\n    Read on.'],
		['plain words with a label among them', 'Recommendation of the day: read on.'],
	])('%s opens nothing', (_, body) => expect(tree(`${OVERVIEW}${body}`)).toEqual(['summary (Overview)']));

	test('a version line is no label of revisions', () => {
		const { version, sections } = recordOf(
			'一段文字。',
			{ dateline: '發行日期：2008 年 9 月 16 日\n\n**版本：** 1.1' },
			{
				locale: 'zh-TW',
			},
		);
		expect(version).toBe('1.1');
		expect(treeOf(sections)).toEqual(['summary']);
	});
});

describe('what contains what', () => {
	test('end matter stands under other information, whatever was open before', () =>
		expect(
			tree(`### General Information

## Suggested Actions

Text.

### Other Information

**Resources:**

-   One

**Disclaimer:**

Text.

**Revisions:**

-   V1.0 (September 16, 2008): Published.`),
		).toEqual([
			'general-information (General Information)',
			'  suggested-actions (Suggested Actions)',
			'other-information (Other Information)',
			'  resources (Resources)',
			'  disclaimer (Disclaimer)',
			'  revisions (Revisions)',
		]));

	test('without other information it stands at the top', () =>
		expect(tree('## Suggested Actions\n\nText.\n\n#### Disclaimer\n\nText.\n\n**Revisions:**\n\nText.')).toEqual([
			'suggested-actions (Suggested Actions)',
			'disclaimer (Disclaimer)',
			'revisions (Revisions)',
		]));

	test('headings without a kind after workarounds are their children', () =>
		expect(
			tree(`## Suggested Actions

### Workarounds

Text.

### Stop the service

Text.

### Block the port

**Impact of workaround.** None.

### Additional Suggested Actions

Text.`),
		).toEqual([
			'suggested-actions (Suggested Actions)',
			'  workarounds (Workarounds)',
			'    other (Stop the service)',
			'    other (Block the port)',
			'      workaround-impact (Impact of workaround)',
			'  additional-actions (Additional Suggested Actions)',
		]));

	test('the same after mitigating factors', () =>
		expect(tree('### Mitigating Factors\n\nText.\n\n### Servers\n\nText.')).toEqual([
			'mitigating-factors (Mitigating Factors)',
			'  other (Servers)',
		]));

	test('answers open nothing; what cannot stand in an answer ends them', () =>
		expect(
			tree(`## Frequently Asked Questions

**What is it?**
It.

**Recommendation:** Read on.

**Note:** Nothing.

**Resources:**

-   One`),
		).toEqual(['faq (Frequently Asked Questions)', 'resources (Resources)']));

	test('a heading with a printed CVE is a vulnerability, also beside its container', () =>
		expect(tree('## Vulnerability Information\n\n## Queue Vulnerability - CVE-2008-99901\n\nText.')).toEqual([
			'vulnerability-information (Vulnerability Information)',
			'  vulnerability (Queue Vulnerability - CVE-2008-99901)',
		]));
});

describe('conditions of pack entries', () => {
	test('under: a name of products means affected software only under such a heading', () => {
		const under = '## 受影響的軟體\n\n字。\n\n### Microsoft Office 軟體\n\n字。';
		const alone = '## 一般資訊\n\n字。\n\n### Microsoft Office 軟體\n\n字。';
		expect(tree(under, { locale: 'zh-TW' })).toEqual([
			'affected-software (受影響的軟體)',
			'  affected-software (Microsoft Office 軟體)',
		]);
		expect(tree(alone, { locale: 'zh-TW' })).toEqual([
			'general-information (一般資訊)',
			'  other (Microsoft Office 軟體)',
		]);
	});

	test('in: a tool is a section about deployment only in bulletins', () => {
		const body = '## Executive Summary\n\nText.\n\n## Windows Server Update Services\n\nText.';
		expect(tree(body)[1]).toBe('other (Windows Server Update Services)');
		expect(tree(body, {}, BULLETIN)[1]).toBe('detection-and-deployment (Windows Server Update Services)');
	});

	test('a remark is a label where the pack says so of its parent', () => {
		const body = '#### 摘要\n\n**警告：** 有一個問題。';
		const bulletin = { title: 'Microsoft Security Bulletin MS04-999 - 重大' };
		expect(tree(body, { locale: 'zh-TW' }, bulletin)).toEqual(['summary (摘要)', '  known-issues (警告)']);
		expect(tree(body, { locale: 'zh-TW' })).toEqual(['summary (摘要)']);
	});
});

describe('every word is in one section', () => {
	test('own text ends at the next title, and lists and tables are laid out', () => {
		const [overview] = recordOf(`## Overview

One
two.  
Three.

-   a
-   b

    more

1.  c

| A | B |
|---|---|
| 1 | 2 |

    code  line

### Odd

Text.`).sections;
		expect(overview?.text).toBe('One two.\nThree.\n\n- a\n- b\n\nmore\n\n- c\n\nA | B\n1 | 2\n\ncode  line');
	});

	test('a day that a markdown engine takes for a list', () => {
		const { sections } = recordOf('#### Revize\n\n13. července 2006: Zveřejněno.', {}, { locale: 'cs-CZ' });
		expect(sections).toMatchObject([{ kind: 'revisions', text: '13. července 2006: Zveřejněno.' }]);
	});
});

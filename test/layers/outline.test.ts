import { describe, expect, test } from 'vitest';
import { recordOf } from '../invented-page.ts';
import { treeOfPage as tree } from './shown-sections.ts';

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
		expect(sections.map(({ kind }) => kind)).toEqual(['summary']);
	});
});

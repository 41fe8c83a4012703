import { describe, expect, test } from 'vitest';
import { recordOf } from '../invented-page.ts';
import { treeOfPage as tree } from './shown-sections.ts';

const BULLETIN = { title: 'Microsoft Security Bulletin MS08-999 - Critical' };

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
	test.each([
		'Mitigating Factors for the Queue - CVE-2008-99901',
		'Mitigating Factors for the Queue - CAN-2004-99901:',
		'Mitigating Factors: the Queue',
	])('%s', (title) =>
		expect(tree(`## ${title}\n\nText.`)).toEqual([`mitigating-factors (${title.replace(/:$/, '')})`]),
	);

	test('a heading that names the vulnerability before the word', () =>
		expect(tree('## 佇列弱點 - CAN-2004-99901 緩和因素：\n\n字。', { locale: 'zh-TW' })).toEqual([
			'mitigating-factors (佇列弱點 - CAN-2004-99901 緩和因素)',
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

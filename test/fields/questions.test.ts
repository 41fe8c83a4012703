import { describe, expect, test } from 'vitest';
import { recordOf } from '../invented-page.ts';

const FAQ = '## Frequently Asked Questions\n\n';

/** Questions and answers of a page with this body. */
const pairs = (body: string, locale = 'en-US') =>
	recordOf(body, {}, { locale }).faq.map(({ question, answer }) => [question, answer]);

const TWO = [
	['What stops?', 'The queue.'],
	['Who is hit?', 'Everybody.'],
];

describe('forms of questions', () => {
	test.each([
		['hard break', '**What stops?**  \nThe queue.\n\n**Who is hit?**  \nEverybody.'],
		['no-break spaces, no hard break', '**What stops?**\u00A0\u00A0\nThe queue.\n\n**Who is hit?**\u00A0\nEverybody.'],
		['soft line end', '**What stops?**\nThe queue.\n\n**Who is hit?**\nEverybody.'],
		['a blank line', '**What stops?**\n\nThe queue.\n\n**Who is hit?**\n\nEverybody.'],
		['one line', '**What stops?** The queue.\n\n**Who is hit?** Everybody.'],
		['plain, hard break', 'What stops?  \nThe queue.\n\nWho is hit?  \nEverybody.'],
		['plain, blank line', 'What stops?\n\nThe queue.\n\nWho is hit?\n\nEverybody.'],
		['plain, all in one paragraph', 'What stops?  \nThe queue.  \nWho is hit?  \nEverybody.'],
		['bold and italic runs', '**What** ***stops?***\nThe queue.\n\n**Who** *is* **hit?**\nEverybody.'],
		['runs over lines', '**What\nstops?**  \nThe queue.\n\n**Who** **is**\n**hit?**  \nEverybody.'],
		['the mark outside', '**What stops**? The queue.\n\n**Who is hit**?\nEverybody.'],
		['a blank before the closing stars', '**What stops? **\nThe queue.\n\n**Who is hit?\u00A0**\nEverybody.'],
		['list items', '-   **What stops?**  \n    The queue.\n-   **Who is hit?**  \n    Everybody.'],
		['headings', '### What stops?\n\nThe queue.\n\n### Who is hit?\n\nEverybody.'],
		['a span above', '<span></span>\n**What stops?**  \nThe queue.\n\n**Who is hit?**\nEverybody.'],
		['bold that begins late', 'What **stops?**\nThe queue.\n\n**Who is hit?**\nEverybody.'],
		['bold that ends early', '**What** stops?\nThe queue.\n\n**Who is** hit?  \nEverybody.'],
		['one question lost its bold', '**What stops?**\nThe queue.\n\nWho is hit?  \nEverybody.'],
		['no blank line before a question', '**What stops?**  \nThe queue.\n**Who is hit?**  \nEverybody.'],
		['nor behind it', '**What stops?**\n\nThe queue.\n**Who is hit?**\n\nEverybody.'],
		['HTML', '<p><b>What stops?</b><br>The queue.</p>\n\n<p><strong>Who is hit?</strong></p>\n<p>Everybody.</p>'],
	])('%s', (_, text) => expect(pairs(FAQ + text)).toEqual(TWO));

	test.each([
		['What is "stop"?', '**What is "stop"?**'],
		['Is it "stopped?"', '**Is it "stopped?"**'],
		['What stops (all of it)?', '**What stops (all of it)?**'],
		['What stops (or does it?)', '**What stops (or does it?)**'],
		['停止了什麼？', '**停止了什麼？**'],
		['停止了「什麼？」', '**停止了「什麼？」**'],
	])('%s', (question, printed) => expect(pairs(`${FAQ}${printed}\nThat.`)).toEqual([[question, 'That.']]));
});

describe('answers', () => {
	test('hold paragraphs, lists, tables, code, notes and bold titles', () => {
		const answer = `One.

-   a
-   b

| A |
|---|
| 1 |

    code

**Note:** Nothing.

**Recommendation:** Read on.

**A bold title**

Last.`;
		expect(pairs(`${FAQ}**What stops?**\n${answer}\n\n**Who is hit?**\nEverybody.`)).toEqual([
			[
				'What stops?',
				'One.\n\n- a\n- b\n\nA\n1\n\ncode\n\nNote: Nothing.\n\nRecommendation: Read on.\n\nA bold title\n\nLast.',
			],
			TWO[1],
		]);
	});

	test('end at the next heading', () =>
		expect(pairs(`${FAQ}**What stops?**\nThe queue.\n\n## Suggested Actions\n\nText.`)).toEqual([TWO[0]]));

	test('a question in an answer is text where questions are bold', () =>
		expect(pairs(`${FAQ}**What stops?**\nThe queue.\n\nIs that all?\n\nYes.`)).toEqual([
			['What stops?', 'The queue.\n\nIs that all?\n\nYes.'],
		]));

	test('a bold line without a mark is a question in the words of one, and a title else', () =>
		expect(
			pairs(`${FAQ}**What is the queue**\nA list.\n\n**On the web**  \nSo.\n\n**Who is hit?**\nEverybody.`),
		).toEqual([['What is the queue', 'A list.\n\nOn the web\nSo.'], TWO[1]]));

	test('a question without answer', () =>
		expect(pairs(`${FAQ}**What stops?**\n\n**Who is hit?**\nEverybody.`)).toEqual([['What stops?', ''], TWO[1]]));
});

describe('where questions stand', () => {
	test('bold ones anywhere, plain lines and headings only in an FAQ', () => {
		expect(pairs('## Suggested Actions\n\n**What stops?**\nThe queue.')).toEqual([TWO[0]]);
		expect(pairs('## Suggested Actions\n\nWhat stops?\n\nThe queue.')).toEqual([]);
		expect(pairs('## Suggested Actions\n\n### What stops?\n\nThe queue.')).toEqual([]);
	});

	test('labels and switches of a command are none', () => {
		expect(pairs('## Workarounds\n\n-   **Stop it**\n\n    **How to undo the workaround?**\n\n    Open it.')).toEqual(
			[],
		);
		expect(pairs('## Suggested Actions\n\n**/?**\n\nShows all.')).toEqual([]);
	});

	test('the path of the section and the line of the question', () => {
		const { faq, sections } = recordOf(`### General Information

## Overview

Text.

${FAQ}<span></span>

**What stops?**
The queue.`);
		expect(faq).toMatchObject([{ section: [0, 1], vulnerability: null, line: 19 }]);
		expect(sections[0]?.children[1]?.kind).toBe('faq');
	});

	test('the vulnerability that the section is about', () => {
		const { faq, vulnerabilities } = recordOf(`## Vulnerability Information

### One Vulnerability - CVE-2008-99901

#### Frequently Asked Questions

**What stops?**
The queue.

### Two Vulnerability - CVE-2008-99902

#### Frequently Asked Questions

**Who is hit?**
Everybody.`);
		expect(vulnerabilities.map(({ cve }) => cve)).toEqual(['CVE-2008-99901', 'CVE-2008-99902']);
		expect(faq.map(({ vulnerability }) => vulnerability)).toEqual([0, 1]);
	});
});

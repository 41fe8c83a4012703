import { describe, expect, it } from 'vitest';
import { measurePage, type PageMeasure } from '../../src/coverage/measure-page.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { readAdvisory } from '../../src/parse-advisory.ts';

function measure(body: string, diagnostics: readonly Partial<Diagnostic>[] = []): PageMeasure {
	const page = `# Microsoft Security Advisory 990901\n\n## Contoso\n\n${body}`;
	const { result, found } = readAdvisory(page, { path: 'a.md', locale: 'en-US', trace: true });
	if (result.advisory === null || found === null) throw new Error('rejected');
	const all = [...result.diagnostics, ...(diagnostics as Diagnostic[])];
	return measurePage('a.md', result.advisory, { ...result, diagnostics: all }, found.context);
}

const labels = (body: string) => measure(body).labels.map(({ text, line }) => [text, line]);

describe('unknown labels', () => {
	it.each([
		['**Odd word:** text', 'Odd word'],
		['**Odd word**: text', 'Odd word'],
		['**Odd word\uff1a**text', 'Odd word'],
		['**Odd** **word:** text', 'Odd word'],
		['<b>Odd word:</b> text', 'Odd word'],
	])('%s', (paragraph, text) => {
		expect(labels(`## Frequently Asked Questions\n\n${paragraph}`)).toEqual([[text, 7]]);
	});

	it.each([
		['a known label', '**Recommendation:** text'],
		['a remark', '**Note:** text'],
		['no bold', 'Odd word: text'],
		['no colon', '**Odd word** text'],
		['a colon further on', '**Odd word** text: more'],
		['an item of a list', '- **Odd word:** text'],
		['a quote', '> **Odd word:** text'],
		['bold that comes later', 'Some **odd word:** text'],
		['an address', '**http://example.com** text'],
		['a sentence', `**${'odd word '.repeat(20)}:** text`],
	])('%s is none', (_, paragraph) => {
		expect(labels(`## Overview\n\n${paragraph}`)).toEqual([]);
	});
});

describe('unread ratings', () => {
	const unread = (line: number | null, actual: string): Partial<Diagnostic> => ({
		rule: 'rating-unreadable',
		line,
		actual,
	});

	it('come with words and line; what the page only counts is added', () => {
		const { ratings, moreRatings } = measure('text', [unread(3, 'Grave'), unread(4, 'Grave'), unread(null, '22')]);
		expect(ratings).toEqual([
			{ text: 'Grave', under: null, line: 3 },
			{ text: 'Grave', under: null, line: 4 },
		]);
		expect(moreRatings).toBe(20);
	});

	it('are none on most pages', () => {
		expect(measure('text')).toMatchObject({ ratings: [], moreRatings: 0 });
	});
});

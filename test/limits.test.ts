import { describe, expect, test } from 'vitest';
import { type ParseOptions, parseAdvisory, readPage } from '../src/index-portable.ts';
import { LIMITS } from '../src/limits.ts';
import { engine as satteri } from '../src/page/engine-satteri.ts';
import { engine as unified } from '../src/page/engine-unified.ts';
import { inventedPage } from './invented-page.ts';

const read = (source: string | Uint8Array, limits: ParseOptions['limits'] = {}) => parseAdvisory(source, { limits });
const rules = (result: ReturnType<typeof read>, rule: string) =>
	result.diagnostics.filter((diagnostic) => diagnostic.rule === rule);

describe('limits are checked at the door', () => {
	test.each<[unknown, string]>([
		[7, 'option "limits" must be an object of numbers'],
		[null, 'option "limits" must be an object of numbers'],
		[[1], 'option "limits" must be an object of numbers'],
		[{ bytes: 0 }, 'option "limits.bytes" must be a whole number above 0'],
		[{ links: -1 }, '"limits.links"'],
		[{ links: 1.5 }, '"limits.links"'],
		[{ nesting: Number.POSITIVE_INFINITY }, '"limits.nesting"'],
		[{ frontMatter: '9' }, '"limits.frontMatter"'],
		[{ tableCells: undefined }, '"limits.tableCells"'],
		[{ pages: 1 }, 'there is no option "limits.pages"'],
		[{ constructor: 1 }, 'there is no option "limits.constructor"'],
	])('%j', (limits, message) => {
		const options = { limits } as ParseOptions;
		expect(() => parseAdvisory('', options)).toThrow(TypeError);
		expect(() => parseAdvisory('', options)).toThrow(message);
	});

	test('what is not given has its default', () => {
		const page = inventedPage({ body: '## Overview\n\nText.' });
		expect(read(page, {}).advisory).toEqual(parseAdvisory(page).advisory);
		expect(read(page, { links: 1 }).advisory).toEqual(parseAdvisory(page).advisory);
	});
});

describe('bytes', () => {
	const page = new TextEncoder().encode(inventedPage({ body: 'Text.' }));

	test('a page of just so many is read, one more is a reject that names both', () => {
		expect(read(page, { bytes: page.length }).advisory).not.toBeNull();
		const { advisory, diagnostics } = read(page, { bytes: page.length - 1 });
		expect(advisory).toBeNull();
		expect(diagnostics).toMatchObject([
			{ rule: 'too-large', blame: 'limit', actual: `${page.length}`, expected: `at most ${page.length - 1}` },
		]);
	});
});

describe('nesting', () => {
	const quotes = (depth: number) => inventedPage({ body: `${'> '.repeat(depth)}deep` });
	// a list and its item are one level each
	const lists = (depth: number) =>
		inventedPage({ body: Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- item`).join('\n') });
	const html = (depth: number) => `<html><body>${'<div>'.repeat(depth)}<h1>Advisory 990901</h1>text`;

	test.each([
		['satteri', satteri],
		['unified', unified],
	])('of quotes and lists, read by %s', (_, engine) => {
		const reject = (source: string, nesting: number) => {
			const { advisory, diagnostics } = parseAdvisory(source, { engine, limits: { nesting } });
			return advisory === null ? diagnostics.map(({ rule, expected }) => [rule, expected]) : null;
		};
		// the paragraph in it is a level, too
		expect(reject(quotes(7), 8)).toBeNull();
		expect(reject(quotes(8), 8)).toEqual([['limit-nesting', 'at most 8 levels']]);
		expect(reject(lists(4), 9)).toBeNull();
		expect(reject(lists(5), 9)).toEqual([['limit-nesting', 'at most 9 levels']]);
		expect(reject(quotes(LIMITS.nesting), LIMITS.nesting)).toEqual([['limit-nesting', 'at most 500 levels']]);
	});

	test('of HTML', () => {
		expect(read(html(20), { nesting: 30 }).advisory).not.toBeNull();
		expect(read(html(40), { nesting: 30 }).diagnostics).toMatchObject([{ rule: 'limit-nesting', blame: 'limit' }]);
	});

	test.each([1e4, 1e6])('hostile depth does not throw where the limit is %i', (nesting) => {
		for (const page of [quotes(5_000), lists(100), html(5_000), html(25_000)]) {
			const { advisory, diagnostics } = read(page, { nesting });
			expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(advisory === null ? 1 : 0);
		}
	});

	test('ends readPage with null', () => {
		expect(readPage(quotes(8), { limits: { nesting: 8 } })).toBeNull();
		expect(readPage(quotes(7), { limits: { nesting: 8 } })).not.toBeNull();
	});
});

describe('table cells', () => {
	const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
	const table = (product: string) =>
		`<table>\n${row('Affected Software', 'Maximum Security Impact', 'Aggregate Severity Rating')}\n${row(product, 'Denial of Service', 'Important')}\n</table>`;
	const page = inventedPage({
		body: `#### Affected Software\n\n${table('Windows 2000 Service Pack 4')}\n\n${table('Windows XP Service Pack 3')}\n`,
	});

	test('a table that goes beyond gives no rows, and is told', () => {
		const whole = read(page, { tableCells: 12 });
		expect(rules(whole, 'limit-table-cells')).toEqual([]);
		expect(whole.advisory?.affectedSoftware.map(({ product }) => product)).toEqual([
			'Windows 2000 Service Pack 4',
			'Windows XP Service Pack 3',
		]);
		const cut = read(page, { tableCells: 11 });
		expect(cut.advisory?.affectedSoftware.map(({ product }) => product)).toEqual(['Windows 2000 Service Pack 4']);
		expect(rules(cut, 'limit-table-cells')).toMatchObject([
			{ severity: 'warning', blame: 'limit', actual: '12', expected: 'at most 11', line: 16 },
		]);
		// its text is still there
		expect(JSON.stringify(cut.advisory?.sections)).toContain('Windows XP Service Pack 3');
	});

	test('spans count as the cells that they cover', () => {
		const wide = `<table>${row('a')}<tr><td colspan="40">b</td></tr></table>`;
		const result = read(inventedPage({ body: `#### Affected Software\n\n${wide}` }), { tableCells: 79 });
		expect(rules(result, 'limit-table-cells')).toMatchObject([{ actual: '80' }]);
	});

	test('a table of many rows and one long one is not laid out', () => {
		const hostile = `<table>${row(...new Array(3_000).fill('a'))}${row('a').repeat(3_000)}</table>`;
		const result = read(inventedPage({ body: `#### Affected Software\n\n${hostile}` }));
		expect(rules(result, 'limit-table-cells')).toMatchObject([{ actual: '9003000' }]);
	});
});

describe('links', () => {
	const link = (name: string) => `[${name}](http://example.com/${name})`;
	const page = inventedPage({ body: ['one', 'two', 'one', 'three', 'four'].map(link).join('\n\n') });
	const names = (result: ReturnType<typeof read>) => result.advisory?.links.map(({ text }) => text);

	test('those after so many different ones are left out, and told', () => {
		expect(names(read(page, { links: 4 }))).toEqual(['one', 'two', 'three', 'four']);
		expect(rules(read(page, { links: 4 }), 'limit-links')).toEqual([]);
		const cut = read(page, { links: 2 });
		expect(names(cut)).toEqual(['one', 'two']);
		expect(rules(cut, 'limit-links')).toMatchObject([
			{ severity: 'warning', blame: 'limit', actual: 'http://example.com/three', expected: 'at most 2 links' },
			{ actual: 'http://example.com/four' },
		]);
	});
});

describe('front matter', () => {
	const matter = (length: number) => `---\nTOCTitle: 990901\nauthor: ${'x'.repeat(length)}\n---\n`;
	const page = (length: number) => `${matter(length)}\n# Microsoft Security Advisory 990901\n\nText.\n`;

	test('of just so much is read, more is told and text', () => {
		const { length } = matter(100);
		expect(read(page(100), { frontMatter: length }).advisory?.source.tocTitle).toBe('990901');
		expect(rules(read(page(100), { frontMatter: length }), 'limit-front-matter')).toEqual([]);
		const long = read(page(101), { frontMatter: length });
		expect(rules(long, 'limit-front-matter')).toMatchObject([
			{ severity: 'warning', blame: 'limit', expected: `at most ${length}`, line: 1, actual: `${length + 1}` },
		]);
		expect(long.advisory?.source.tocTitle ?? null).toBeNull();
	});

	test('is not seen in a rule far above another one', () => {
		const rule = `---\n\nText without a key.\n\n${'Text. '.repeat(2_000)}\n\n---\n`;
		expect(rules(read(`${rule}\n# Microsoft Security Advisory 990901\n`), 'limit-front-matter')).toEqual([]);
	});

	test('without an end is text, as ever', () => {
		const open = `---\nTOCTitle: 990901\n\n# Microsoft Security Advisory 990901\n\n${'Text. '.repeat(2_000)}`;
		expect(rules(read(open), 'limit-front-matter')).toEqual([]);
	});
});

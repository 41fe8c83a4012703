import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SCRIPTS } from './scripts.ts';

const { marked, readTruthDifferences, rowMeasuresTable, withoutListed } = SCRIPTS;
const LISTED = new URL('../../docs/truth-differences.tsv', import.meta.url);
const HEAD = 'document\tarticle\tpages\tonly on the pages\tonly in the truth\tplace\tprinted there\twhy';
const list = (...lines: string[]) => readTruthDifferences(`${[HEAD, ...lines].join('\n')}\n`);

describe('the list of rows in which truth and pages differ', () => {
	test('a line is about one document, article and side, on the pages that it names', () => {
		const { isListed } = list('MS99-001\t990902\tde-DE zh-TW\t-\ta||||| + b|||sp1||\tde-de/ms99-001.md:40\tC\twhy');
		expect(isListed('truth', 'MS99-001', 'zh-tw', '990902|a|||||')).toBe(true);
		expect(isListed('truth', 'MS99-001', 'de-de', '990902|b|||sp1||')).toBe(true);
		expect(isListed('truth', 'MS99-001', 'pt-br', '990902|a|||||')).toBe(false);
		expect(isListed('truth', 'MS99-001', 'zh-tw', '990903|a|||||')).toBe(false);
		expect(isListed('truth', 'MS99-002', 'zh-tw', '990902|a|||||')).toBe(false);
		expect(isListed('pages', 'MS99-001', 'zh-tw', '990902|a|||||')).toBe(false);
	});

	test('what nothing asked for is told', () => {
		const { isListed, left } = list('MS99-001\t990902\tde-DE\ta|||||\tb|||||\tde-de/ms99-001.md:40\tA\twhy');
		isListed('pages', 'MS99-001', 'de-DE', '990902|a|||||');
		expect(left()).toEqual([['truth', 'MS99-001', 'de-de', '990902|b|||||']]);
	});

	test('a line with too few cells is refused', () =>
		expect(() => list('MS99-001\t990902\tde-DE')).toThrow('docs/truth-differences.tsv:2: 3 cells instead of 8'));

	test('the one of the repository can be read, and every line says where and why', () => {
		const text = readFileSync(LISTED, 'utf8');
		expect(text.startsWith(`${HEAD}\n`)).toBe(true);
		expect(readTruthDifferences(text).left().length).toBeGreaterThan(400);
		for (const line of text.trimEnd().split('\n').slice(1)) {
			expect(line).toMatch(/\t[a-z]{2}-[a-z]{2}\/\S+\.md:\d+\t[^\t]+\t[^\t]+$/);
		}
	});
});

describe('the measures of rows', () => {
	const scored = { missing: ['1|a', '2|b|||core', '3|c'], extra: ['4|d', '4|d', '5|e'], pairs: 10, printed: 8 };

	test('are taken again without what is listed, which counts neither as right nor as wrong', () =>
		expect(
			withoutListed(
				scored,
				(side, pair) => (side === 'truth' ? pair === '1|a' : pair === '4|d'),
				(pair) => pair.includes('core'),
			),
		).toEqual({
			pairRecall: 1 - 3 / 10,
			withoutMarks: 1 - 2 / 9,
			withoutTruth: 1 - 1 / 8,
			rowPrecision: 1 - 3 / 8,
			precisionWithoutTruth: 1 - 1 / 6,
		}));

	test('a page of which nothing is left has none', () =>
		expect(
			withoutListed(
				{ missing: ['1|a'], extra: [], pairs: 1, printed: 0 },
				() => true,
				() => false,
			),
		).toEqual({ pairRecall: 0, withoutMarks: 0, withoutTruth: null, rowPrecision: null, precisionWithoutTruth: null }));

	test('Server Core is left out where a row of the article has its product with a footnote', () => {
		const row = (kb: string, key: string) => ({ kb: new Set([kb]), keys: new Set([key]) });
		const page = { rows: [row('1', 's||x64|||'), row('2', 's||x64|||')] };
		const record = { affectedSoftware: [{ footnotes: ['Server Core too.'] }, { footnotes: [] }] };
		const isMarked = marked(record, page);
		expect(['1|s||x64||core|', '2|s||x64||core|', '1|s||x86||core|', '1|s||x64|||'].map(isMarked)).toEqual([
			true,
			false,
			false,
			false,
		]);
	});

	test('the table has a line a locale, all of them last', () => {
		const names = ['pairRecall', 'withoutMarks', 'withoutTruth', 'rowPrecision', 'precisionWithoutTruth'];
		const measures = new Map(names.map((name) => [name, { sum: 1.5, pages: 2 }]));
		const table = rowMeasuresTable(
			new Map([
				['all', measures],
				['zh-tw', measures],
				['de-de', measures],
			]),
		);
		const lines = table.split('\n').map((line) => line.split(/\s+/).slice(0, 2).join(' '));
		expect(lines).toEqual(['locale pairRecall', 'de-de 0.7500', 'zh-tw 0.7500', 'all 0.7500']);
	});
});

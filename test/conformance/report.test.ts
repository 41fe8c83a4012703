import { expect, test } from 'vitest';
import { differencesOf, page } from './invented-records.ts';
import { type Difference, SCRIPTS } from './scripts.ts';

test('a difference shows both places, both values, and the rows of one side', () => {
	const rows = [{ product: 'Windows 9' }, { product: 'Windows 10' }];
	const [found] = differencesOf(page('cs-cz', { rows }), page('zh-tw', { versions: ['2.0'] })).rows ?? [];
	expect(SCRIPTS.differenceText(found as Difference)).toBe(
		[
			'MS99-001 rows [another revision state]',
			'    cs-cz/MS99-001.md:41  2',
			'      more here, line 41: Windows 10 / 999001',
			'    zh-tw/MS99-001.md:40  1',
		].join('\n'),
	);
});

test('the table gives the share with its numbers', () => {
	const sum = { documents: 4, agree: 2, inPages: 1 };
	const table = SCRIPTS.agreementTable({
		rows: { all: sum, same: sum, other: { documents: 0, agree: 0, inPages: 0 } },
	});
	expect(table.split('\n')[1]).toMatch(/^rows +75\.00 % +2\+1\/4 +75\.00 % +2\+1\/4 +- +0\+0\/0$/);
});

test('what disagrees with the truth is listed with the line of the page', () => {
	const path = 'cs-cz/MS99-001.md';
	const text = SCRIPTS.truthList(
		[
			{ path, measure: 'published', expected: '2099-01-12', found: null },
			{ path, measure: 'kbRecall', missing: ['999002', '999003'] },
			{ path, measure: 'severity', bad: [{ product: 'windows 9', kb: '999001', expected: 'Low', found: 'Critical' }] },
			{ path, measure: 'pair', missing: ['999001|windows 10'] },
		],
		new Map([[path, page('cs-cz')]]),
		() => 'x\n(999003)',
	);
	expect(text.split('\n').filter((line) => line.startsWith('  '))).toEqual([
		`  ${path}:16  page null  truth 2099-01-12`,
		`  ${path}:10  999002  not printed on the page`,
		`  ${path}:2  999003  printed there, not in the record`,
		`  ${path}:40  windows 9 999001  page Critical  truth Low`,
		`  ${path}:40  999001|windows 10  only in the truth`,
	]);
});

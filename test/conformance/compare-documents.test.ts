import { describe, expect, test } from 'vitest';
import { differencesOf, page } from './invented-records.ts';
import { SCRIPTS } from './scripts.ts';

const ROWS = [{ product: 'Windows 9' }, { product: 'Windows Server 2099', severity: 'important' }];

describe('pages of one document', () => {
	test('that are equal have no differences', () => {
		const compared = differencesOf(page('cs-cz'), page('de-de'), page('zh-tw'));
		expect(Object.keys(compared)).toEqual([
			'published',
			'cves',
			'rowKbs',
			'rows',
			'rowSeverities',
			'pageSeverity',
			'faq',
		]);
		expect(Object.values(compared).flat()).toEqual([]);
	});

	test('are held against what most of them say', () => {
		const { rows } = differencesOf(page('cs-cz'), page('de-de', { rows: ROWS }), page('zh-tw', { rows: ROWS }));
		expect(rows).toMatchObject([
			{ paths: ['de-de/MS99-001.md', 'cs-cz/MS99-001.md'], values: [2, 1], lines: [41, 40] },
		]);
	});

	test('give no measure that none has a value for', () => {
		const none = { published: null, severity: null, cves: [], rows: [], questions: 0 };
		expect(differencesOf(page('cs-cz', none), page('de-de', none))).toEqual({});
	});
});

test.each([
	['2099-01-12', '2099-01-13', 0],
	['2099-01-31', '2099-02-01', 0],
	['2099-01-12', '2099-01-14', 1],
	['2099-01-12', null, 1],
])('published %s and %s: %i differences', (one, other, expected) => {
	const { published } = differencesOf(page('cs-cz', { published: one }), page('zh-tw', { published: other }));
	expect(published).toHaveLength(expected);
	if (expected > 0) expect(published).toMatchObject([{ lines: [16, 16], values: [one, other] }]);
});

test('every CVE that one page lacks is a difference of its own', () => {
	const { cves } = differencesOf(
		page('cs-cz', { cves: ['CVE-2099-0001', 'CVE-2099-0002'] }),
		page('zh-tw', { cves: ['CVE-2099-0001', 'CVE-2099-0003'] }),
	);
	expect(cves).toMatchObject([
		{ lines: [21, 10], values: ['CVE-2099-0002', null], absent: { from: 'zh-tw/MS99-001.md' } },
		{ lines: [10, 21], values: [null, 'CVE-2099-0003'], absent: { from: 'cs-cz/MS99-001.md' } },
	]);
});

test('an update that stands elsewhere on the other page is told with its line there', () => {
	const { rowKbs } = differencesOf(page('cs-cz'), page('zh-tw', { rows: [{ product: 'Windows 9', kb: '999002' }] }));
	expect(rowKbs).toMatchObject([
		{ lines: [40, 12], values: ['999001', null] },
		{ lines: [40, 40], values: [null, '999002'] },
	]);
});

describe('severities', () => {
	test('of rows are compared as a multiset, the order makes no difference', () => {
		const { rowSeverities } = differencesOf(
			page('cs-cz', { rows: ROWS }),
			page('zh-tw', { rows: [...ROWS].reverse() }),
		);
		expect(rowSeverities).toEqual([]);
	});

	test('point at the first row of one name that differs', () => {
		const [first = { product: 'none' }, second = first] = ROWS;
		const { rowSeverities } = differencesOf(
			page('cs-cz', { rows: ROWS }),
			page('zh-tw', { rows: [{ ...second, severity: 'low' }, first] }),
		);
		expect(rowSeverities).toMatchObject([
			{ lines: [41, 40], values: ['1 x critical, 1 x important', '1 x critical, 1 x low'] },
		]);
	});

	test('of the page are compared too, one that is missing also', () => {
		const { pageSeverity } = differencesOf(page('cs-cz'), page('zh-tw', { severity: null }));
		expect(pageSeverity).toMatchObject([{ lines: [18, 18], values: ['critical', null] }]);
	});
});

describe('questions, mitigating factors and workarounds', () => {
	test('are counted in advisories and bulletins', () => {
		const { faq } = differencesOf(page('cs-cz'), page('zh-tw', { questions: 3 }));
		expect(faq).toMatchObject([{ lines: [80, 80], values: ['2 x the page', '3 x the page'] }]);
		const summary = { kind: 'summary', id: 'MS99-JAN' };
		expect(differencesOf(page('cs-cz', summary), page('zh-tw', { ...summary, questions: 3 }))).not.toHaveProperty(
			'faq',
		);
	});

	test('are counted by what they are about', () => {
		const cves = ['CVE-2099-0001', 'CVE-2099-0002'];
		const { workarounds } = differencesOf(
			page('cs-cz', { cves, workarounds: [0, 0, 1] }),
			page('zh-tw', { cves, workarounds: [0, null, 1] }),
		);
		expect(workarounds).toMatchObject([
			{ lines: [90, 90], values: ['2 x CVE-2099-0001', '1 x CVE-2099-0001'] },
			{ lines: [10, 91], values: ['0 x the page', '1 x the page'] },
		]);
	});
});

test('pages of another revision state are marked', () => {
	const older = page('zh-tw', { versions: ['1.0', '1.1'], published: null });
	expect(differencesOf(page('cs-cz'), older).published).toMatchObject([{ sameRevision: false }]);
	expect(differencesOf(page('cs-cz'), page('zh-tw', { published: null })).published).toMatchObject([
		{ sameRevision: true },
	]);
});

test('documents are counted by measure and revision state; what stands in the pages counts apart', () => {
	const stands = { stands: 'listed' } as never;
	const open = { stands: null } as never;
	const compared = [
		{ id: 'A', measure: 'rows', differences: [] },
		{ id: 'B', measure: 'rows', differences: [stands] },
		{ id: 'C', measure: 'rows', differences: [stands, open] },
	];
	const states = new Map([
		['A', true],
		['B', false],
		['C', true],
	]);
	expect(SCRIPTS.tally(compared, states).rows).toEqual({
		all: { documents: 3, agree: 1, inPages: 1 },
		same: { documents: 2, agree: 1, inPages: 0 },
		other: { documents: 1, agree: 0, inPages: 1 },
	});
});

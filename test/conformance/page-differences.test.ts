import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differencesOf, page } from './invented-records.ts';
import { type Difference, SCRIPTS } from './scripts.ts';

const LISTED = new URL('../../docs/page-differences.tsv', import.meta.url);
const HEAD = 'document\tmeasure\tplace\tvalue\tother place\tother value\twhy';

const [missing] = differencesOf(page('cs-cz', { cves: ['CVE-2099-0001'] }), page('zh-tw', { cves: [] })).cves ?? [];
const difference = missing as Difference;

describe('a difference stands in the pages', () => {
	const never = () => false;

	test('where the other page has no print of the id', () => {
		expect(SCRIPTS.judge(difference, never, never).stands).toBe('not-printed');
	});

	test('not where that page prints it and the record lacks it', () => {
		expect(SCRIPTS.judge(difference, (path, id) => `${path} ${id}` !== '', never).stands).toBeNull();
	});

	test('where it is listed with both lines', () => {
		const line = 'MS99-001\tcves\tzh-tw/MS99-001.md:10\t-\tcs-cz/MS99-001.md:20\tCVE-2099-0001\tleft out';
		const { isListed, left } = SCRIPTS.lookUp(SCRIPTS.readDifferences(`${HEAD}\n${line}\n`));
		expect(left()).toHaveLength(1);
		expect(SCRIPTS.judge(difference, () => true, isListed).stands).toBe('listed');
		expect(left()).toEqual([]);
	});

	test('not where a line or a value is another one than in the list', () => {
		const entry = SCRIPTS.entryOf(difference);
		for (const change of [{ value: 'CVE-2099-0002' }, { place: 'cs-cz/MS99-001.md:21' }, { measure: 'rows' }]) {
			expect(SCRIPTS.lookUp([{ ...entry, ...change }]).isListed(difference)).toBe(false);
		}
	});
});

test('the list of the project can be read, and every line has its reason', () => {
	const entries = SCRIPTS.readDifferences(readFileSync(LISTED, 'utf8'));
	expect(entries.filter(({ why }) => why === '')).toEqual([]);
});

test('a line of the list with a cell too few is told', () => {
	expect(() => SCRIPTS.readDifferences(`${HEAD}\nMS99-001\tcves\n`)).toThrow('page-differences.tsv:2: 2 cells');
});

describe('an id is found in the source of a page', () => {
	test.each([
		['(KB999001)', '999001', true],
		['kb999001-x86.exe', '999001', true],
		['1999001 and 9990012', '999001', false],
		['CAN-2099-0001', 'CVE-2099-0001', true],
		['CVE-20**99-00**01', 'CVE-2099-0001', true],
		['CVE\u20112099\u20110001', 'CVE-2099-0001', true],
		['CVE-2099-00011', 'CVE-2099-0001', false],
	])('%s: %s', (source, id, expected) => {
		expect(SCRIPTS.isPrintedIn(source, id)).toBe(expected);
		expect(SCRIPTS.lineOfPrint(`\n${source}`, id)).toBe(expected ? 2 : null);
	});
});

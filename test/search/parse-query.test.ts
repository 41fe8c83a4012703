import { describe, expect, it, test } from 'vitest';
import { readId } from '../../src/search/document-ids.ts';
import { parseQuery } from '../../src/search/parse-query.ts';

test.each([
	['ms08 067', 'document MS08-067'],
	['MS08067', 'document MS08-067'],
	['ms08\u2013067', 'document MS08-067'],
	['\uff2d\uff33\uff10\uff18-\uff10\uff16\uff17', 'document MS08-067'],
	['MS 08-067', 'document MS08-067'],
	['ms 08 067', 'document MS08-067'],
	['ms14-mar', 'document MS14-MAR'],
	['ms 14 mar', 'document MS14-MAR'],
	['MS10 jan oob', 'document MS10-JAN-OOB'],
	['msvr11-001', 'document MSVR11-001'],
	['KB958644', 'article 958644'],
	['kb 958644', 'article 958644'],
	['Q316333', 'article 316333'],
	['958644', 'number 958644'],
	['CAN-2005-2127', 'cve CVE-2005-2127'],
	['cve 2008 4250', 'cve CVE-2008-4250'],
])('%s is an id', (typed, expected) => {
	const id = readId(typed);
	expect(`${id?.form} ${id?.id}`).toBe(expected);
});

test.each(['2008', '12345678', 'ms office', 'ms08', 'kb', 'cve-2008', 'windows 2000'])('%s is none', (typed) => {
	expect(readId(typed)).toBeNull();
});

const shown = (typed: string): string[] =>
	parseQuery(typed).terms.map(
		({ tokens, isPrefix, isExcluded, id }) =>
			`${isExcluded ? '-' : ''}${tokens.join('+')}${isPrefix ? '*' : ''}${id === null ? '' : ` (${id.id})`}`,
	);

describe('parseQuery', () => {
	it.each([
		['remote code', ['remote', 'code']],
		['"Remote Code" execution', ['remote+code', 'execution']],
		['kernel -linux -"bad pool"', ['kernel', '-linux', '-bad+pool']],
		['vulnerab* "remote co"*', ['vulnerab*', 'remote+co*']],
		['sp_replwritetovarbin {0955AC62-BF2E}', ['sp+replwritetovarbin', '0955ac62+bf2e']],
		['wsusscn2.cab AND OR NOT NEAR', ['wsusscn2+cab', 'and', 'or', 'not', 'near']],
		['a:b (c) ^d "e', null],
		['\u8106\u5f31\u6027 \u6f0f', ['\u8106\u5f31+\u5f31\u6027', '\u6f0f*']],
		['\u5728Windows\u4e2d -\u5728Windows', ['\u5728*', 'windows+\u4e2d*', '-\u5728+windows']],
		// the parts of a letter of Korean
		['\u1112\u1161\u11ab\u1100\u1173\u11af', ['\ud55c\uae00']],
		['worm KB958644', ['worm', 'kb958644 (958644)']],
		['worm 958644', ['worm', '958644']],
		['worm -MS08-067', ['worm', '-ms08+067 (MS08-067)']],
		['!!! word -', ['word']],
		['it\'s 5" wide', ['it+s', '5', 'wide']],
	])('%s', (typed, expected) => {
		if (expected === null) expect(() => parseQuery(typed)).toThrow('a quotation mark is not closed: "e');
		else expect(shown(typed)).toEqual(expected);
	});

	it.each([
		['!!!', 'no word to search for in "!!!"'],
		['-linux -"bad pool"', 'only words that must not be there'],
		['vul*nerab', 'a star stands after the beginning of a word'],
		['*', 'a star stands after the beginning of a word'],
		['a '.repeat(51), 'more than 50 words'],
		['a-'.repeat(501), 'longer than 500 words'],
		[`"${'a '.repeat(501)}"`, 'longer than 500 words'],
	])('%s says what is wrong', (typed, message) => {
		expect(() => parseQuery(typed)).toThrow(message);
	});
});

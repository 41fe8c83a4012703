import { expect, test } from 'vitest';
import { eachToken, isLoneLetter, tokensOf } from '../../src/search/fold.ts';

const tokens = (text: string): string => tokensOf(text).join(' ');

test.each([
	['Remote CODE Execution', 'remote code execution'],
	['za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105', 'zazolc gesla'],
	['Z\u00c1VA\u017dN\u00c1 p\u0159\u00edli\u0161', 'zavazna prilis'],
	['K\u00d8BENHAVN \u0110\u1eb7ng Stra\u00dfe \u1e9e \u00c6gir c\u0153ur', 'kobenhavn dang strasse ss aegir coeur'],
	['\u0401\u043b\u043a\u0430 \u0435\u043b\u043a\u0430', '\u0435\u043b\u043a\u0430 \u0435\u043b\u043a\u0430'],
	['\u0439 \u0438', '\u0439 \u0438'],
	['\uff21\uff22\uff23\uff11\uff12 \ufb01le', 'abc12 file'],
	['e\u0301 \u00e9', 'e e'],
	['soft\u00adhyphen', 'softhyphen'],
])('%s is %s', (text, expected) => {
	expect(tokens(text)).toBe(expected);
});

test('Turkish letters i find each other, and those of other languages', () => {
	const wanted = 'acigi';
	expect(['A\u00c7I\u011eI', 'a\u00e7\u0131\u011f\u0131', 'A\u00c7\u0130\u011e\u0130', 'acigi'].map(tokens)).toEqual([
		wanted,
		wanted,
		wanted,
		wanted,
	]);
});

test('runs without blanks are cut into slices of two letters', () => {
	expect(tokens('\u6f0f\u6d1e')).toBe('\u6f0f\u6d1e');
	expect(tokens('\u8106\u5f31\u6027')).toBe('\u8106\u5f31 \u5f31\u6027');
	expect(tokens('\ucde8\uc57d\uc810\uc774 \uac12')).toBe('\ucde8\uc57d \uc57d\uc810 \uc810\uc774 \uac12');
	expect(tokens('SQL\u30b5\u30fc\u30d0\u30fc')).toBe('sql \u30b5\u30fc \u30fc\u30d0 \u30d0\u30fc');
	expect(tokens('\u6f0f\u3001\u6d1e')).toBe('\u6f0f \u6d1e');
});

test('half-width kana are those of full width, with their voice marks', () => {
	expect(tokens('\uff76\uff9e\uff6f\uff80')).toBe(tokens('\u30ac\u30c3\u30bf'));
});

test('punctuation parts tokens, raised digits and signs are none', () => {
	expect(tokens('sp_replwritetovarbin {0955AC62-BF2E} wsusscn2.cab')).toBe(
		'sp replwritetovarbin 0955ac62 bf2e wsusscn2 cab',
	);
	expect(tokens('Windows\u2122 XP\u00b2 \u00bd')).toBe('windows xp');
	expect(tokens(' \u0301 -!? ')).toBe('');
});

test('each token knows where it stands', () => {
	const text = '\u00bfStra\u00dfe\u306e\u8106\u5f31\u6027 \u{20000}\u{20001}?';
	const found: string[] = [];
	eachToken(text, (token, start, end) => found.push(`${token}=${text.slice(start, end)}`));
	expect(found).toEqual([
		'strasse=Stra\u00dfe',
		'\u306e\u8106=\u306e\u8106',
		'\u8106\u5f31=\u8106\u5f31',
		'\u5f31\u6027=\u5f31\u6027',
		'\u{20000}\u{20001}=\u{20000}\u{20001}',
	]);
});

test('a letter that stands alone is known', () => {
	expect(['\u6f0f', '\u{20000}', '\u6f0f\u6d1e', 'a', '7'].map(isLoneLetter)).toEqual([
		true,
		true,
		false,
		false,
		false,
	]);
});

import { describe, expect, test } from 'vitest';
import { readBulletin } from './invented-bulletin.ts';

const replacedBy = (body: string) => {
	const { advisory } = readBulletin(`#### Summary\n\n${body}\n\n**Caveats:** None\n`);
	return advisory.replaces.map(({ bulletin, kb, line }) => [bulletin, kb, line]);
};

describe('what a labelled line says is replaced', () => {
	test.each([
		['an id', '**Security Update Replacement:** MS05-901', [['MS05-901', null, 11]]],
		['none', '**Security Update Replacement:** None', []],
		['a sentence without an id', '**Security Update Replacement:** This bulletin replaces several. See the FAQ.', []],
		[
			'a sentence over two lines, the page itself in it',
			'**Security Update Replacement:** MS06-901 replaces the one in [MS05-901](http://example.com)\nand that in M[S05-902](http://example.com).',
			[
				['MS05-901', null, 11],
				['MS05-902', null, 12],
			],
		],
		[
			'a row',
			'| Bulletins Replaced | MS05-901, MS05-902 |\n|---|---|\n| Detection | Yes |',
			[
				['MS05-901', null, 11],
				['MS05-902', null, 11],
			],
		],
	])('%s', (_, body, expected) => expect(replacedBy(body)).toEqual(expected));

	test('a bulletin that a row names with its article is not told twice', () => {
		const table = `#### Affected Software

| Operating System | Maximum Security Impact | Aggregate Severity Rating | Bulletins Replaced by This Update |
|---|---|---|---|
| Windows XP Service Pack 2 | Spoofing | Low | 990801 in MS05-901 |`;
		const found = replacedBy(`**Security Update Replacement:** MS05-901 and MS05-902\n\n${table}`);
		expect(found.map(([bulletin, kb]) => [bulletin, kb])).toEqual([
			['MS05-901', '990801'],
			['MS05-902', null],
		]);
	});
});

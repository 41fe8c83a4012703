import { expect, test } from 'vitest';
import { readBulletin } from '../fields/invented-bulletin.ts';

const faq = (...rows: string[]) =>
	readBulletin(
		[
			'## Frequently Asked Questions',
			'',
			'**What updates does this release replace?**',
			'',
			'These are replaced:',
			'',
			'| Bulletin ID | Windows 2000 | Windows XP |',
			'| --- | --- | --- |',
			...rows,
		].join('\n'),
	).advisory.replaces;

test('a matrix of bulletins by products names what is replaced on any of them', () => {
	const replaces = faq(
		'| MS05-901 | Replaced | Not applicable |',
		'| MS05-902 | Not Replaced | Not applicable |',
		'| MS05-903 | Not applicable | Replaced |',
	);
	expect(replaces.map(({ bulletin, kb }) => [bulletin, kb])).toEqual([
		['MS05-901', null],
		['MS05-903', null],
	]);
});

test('a table with other words in it is none', () => {
	expect(faq('| MS05-901 | Replaced | See below |')).toEqual([]);
});

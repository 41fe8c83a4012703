import { describe, expect, test } from 'vitest';
import { readBulletin } from '../fields/invented-bulletin.ts';

/** What the two rows of a cell with two articles (990902, 990903) replace. */
function replacedIn(cell: string): string[] {
	const { affectedSoftware } = readBulletin(
		[
			'**Affected Software**',
			'',
			'<table><tr><th>Operating System</th><th>Component</th><th>Updates Replaced</th></tr>',
			'<tr><td>Windows XP Service Pack 3</td>',
			'<td>JScript 5.7 (KB990902)<br>VBScript 5.7 (KB990903)</td>',
			`<td>${cell}</td></tr></table>`,
		].join('\n'),
	).advisory;
	return affectedSoftware.map(({ kb, replaces }) =>
		[...kb, ...replaces.map((one) => `${one.bulletin}/${one.kb}`)].join(' '),
	);
}

describe('a cell that says what each of several articles replaces', () => {
	const EACH = ['990902 MS05-901/990801', '990903 MS05-902/990802'];

	test('before them', () =>
		expect(
			replacedIn('KB990801 in MS05-901 is replaced by KB990902<br>KB990802 in MS05-902 is replaced by KB990903'),
		).toEqual(EACH));

	test('behind them', () =>
		expect(replacedIn('KB990902 replaces KB990801 in MS05-901; KB990903 replaces KB990802 in MS05-902')).toEqual(EACH));

	test('one of them nothing, on a line of its own', () =>
		expect(replacedIn('KB990801 in MS05-901 is replaced by KB990902.<br><br>No bulletin replaced by KB990903')).toEqual(
			['990902 MS05-901/990801', '990903'],
		));

	test('together, or without telling them apart', () => {
		const both = ['990902 MS05-901/990801', '990903 MS05-901/990801'];
		expect(replacedIn('KB990801 in MS05-901 is replaced by KB990902 and KB990903')).toEqual(both);
		expect(replacedIn('MS05-901 (990801)')).toEqual(both);
	});
});

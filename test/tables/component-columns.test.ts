import { describe, expect, test } from 'vitest';
import type { SoftwareRow } from '../../src/advisory/schema.ts';
import { readBulletin } from '../fields/invented-bulletin.ts';

const rowsOf = (body: string): SoftwareRow[] =>
	readBulletin(`**Affected Software**\n\n${body}`).advisory.affectedSoftware;
const shown = ({ canonicalProducts, canonicalComponent, kb }: SoftwareRow) =>
	[canonicalProducts.join(' + '), canonicalComponent, kb.join()].join(' | ');

describe('a column a component', () => {
	const ON_BOTH = [
		'| DNS Server | WINS Server | Maximum Security Impact |',
		'| --- | --- | --- |',
		'| DNS Server on Windows Server 2003 Service Pack 2 (990902) | See the row below | Spoofing |',
		'| See the row above | WINS Server on Windows Server 2003 Service Pack 2 (990903) | Tampering |',
		'| DNS Server on Windows Server 2008 for 32-bit Systems (990902) | Not applicable | Spoofing |',
	].join('\n');

	test('each of its cells is a row with that component; cells that point elsewhere are none', () => {
		expect(rowsOf(ON_BOTH).map((row) => [shown(row), ...row.impacts])).toEqual([
			['Windows Server 2003 Service Pack 2 | DNS Server | 990902', 'spoofing'],
			['Windows Server 2003 Service Pack 2 | WINS Server | 990903', 'tampering'],
			['Windows Server 2008 for 32-bit Systems | DNS Server | 990902', 'spoofing'],
		]);
	});

	test('the article of its head is that of its rows, and a column of systems beside it gives no rows', () => {
		const rows = rowsOf(
			[
				'| Operating System | DNS Server (KB990902) | WINS Server (KB990903) | Maximum Security Impact |',
				'| --- | --- | --- | --- |',
				'| Windows Vista | DNS Server on Windows Vista | See below | Spoofing |',
				'| | See above | WINS Server on Windows Vista | Spoofing |',
			].join('\n'),
		);
		expect(rows.map(shown)).toEqual(['Windows Vista | DNS Server | 990902', 'Windows Vista | WINS Server | 990903']);
	});
});

describe("the bulletin's own article", () => {
	const system = '| Operating System | Maximum Security Impact |\n| --- | --- |\n| Windows Vista | Spoofing |';
	const office = '| Software | Maximum Security Impact |\n| --- | --- |\n| Excel 2003 (990902) | Spoofing |';

	test('is that of rows where no row of the page prints one', () =>
		expect(rowsOf(system).map(({ kb }) => kb)).toEqual([['990901']]));

	test('is the parent of those that another table prints, and nobody else has it', () =>
		expect(rowsOf(`${system}\n\nText between them.\n\n${office}`).map(({ kb }) => kb)).toEqual([[], ['990902']]));
});

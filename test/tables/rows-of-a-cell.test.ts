import { describe, expect, test } from 'vitest';
import type { SoftwareRow } from '../../src/advisory/schema.ts';
import { readBulletin } from '../fields/invented-bulletin.ts';

const rowsOf = (body: string): SoftwareRow[] =>
	readBulletin(`**Affected Software**\n\n${body}`).advisory.affectedSoftware;
const shown = ({ canonicalProducts, canonicalComponent, kb }: SoftwareRow) =>
	[canonicalProducts.join(' + '), canonicalComponent, kb.join()].join(' | ');

describe('several components in a cell', () => {
	const cell = (component: string, product = 'Windows XP Service Pack 3') =>
		rowsOf(
			[
				'<table><tr><th>Operating System</th><th>Component</th><th>Maximum Security Impact</th></tr>',
				`<tr><td>${product}</td><td>${component}</td><td>Spoofing</td></tr></table>`,
				'',
				'\\*Contoso servers only.',
				'',
				'[1]Contoso clients only.',
			].join('\n'),
		);

	test('marks and asides behind an article are those of the name before it', () => {
		for (const mark of ['*', '[1]', '<sup>[1]</sup>', '<sup>1</sup>']) {
			const rows = cell(`JScript 5.7<br>(KB990902)${mark}<br>VBScript 5.7<br>(KB990903)`);
			const note = mark === '*' ? 'Contoso servers only.' : 'Contoso clients only.';
			expect(
				rows.map(({ component, kb, footnotes }) => [component, kb.join(), ...footnotes]),
				mark,
			).toEqual([
				['JScript 5.7', '990902', note],
				['VBScript 5.7', '990903'],
			]);
		}
		const asides = cell('JScript 5.7<br>(KB990902)<br>(only for Contoso)<br>VBScript 5.7<br>(KB990903)');
		expect(asides.map(({ component }) => component)).toEqual(['JScript 5.7 (only for Contoso)', 'VBScript 5.7']);
	});

	test('a component that editions of the system alone have is a row about these', () => {
		const editions = '(only Media Center Edition 2005 Service Pack 3 and Tablet PC Edition 2005 Service Pack 3)';
		expect(
			cell(
				`Microsoft .NET Framework 1.0 Service Pack 3<br>(KB990902)<br>${editions}<br>` +
					'Microsoft .NET Framework 1.1 Service Pack 1<br>(KB990903)',
				'Windows XP Service Pack 2 and Windows XP Service Pack 3',
			).map(shown),
		).toEqual([
			'Windows XP Media Center Edition 2005 Service Pack 3 + Windows XP Tablet PC Edition 2005 Service Pack 3' +
				' | .NET Framework 1.0 Service Pack 3 | 990902',
			'Windows XP Service Pack 2 + Windows XP Service Pack 3 | .NET Framework 1.1 Service Pack 1 | 990903',
		]);
		expect(cell('HyperTerminal (only Media Center Edition 2005) (KB990902)', 'Windows Vista').map(shown)).toEqual([
			'Windows Vista | HyperTerminal | 990902',
		]);
	});

	test('an operating system is no component of another', () => {
		expect(cell('Windows 10 (KB990902)').map(shown)).toEqual(['Windows XP Service Pack 3 |  | 990902']);
	});
});

import { describe, expect, test } from 'vitest';
import type { SoftwareRow } from '../../src/advisory/schema.ts';
import { readBulletin, rulesOf } from '../fields/invented-bulletin.ts';

const page = (table: string) => readBulletin(`**Affected Software**\n\n${table}`);
const table = (...rows: string[]) => {
	const [head = '', ...body] = rows;
	const line = head.replace(/[^|]+/g, ' --- ');
	return [head, line, ...body].join('\n');
};
const shown = ({ product, component, canonicalComponent, kb }: SoftwareRow) =>
	[product, component, canonicalComponent, kb.join()].join(' | ');

describe('tables of affected software', () => {
	test('two components that share an article are two rows, each as it is printed', () => {
		const { affectedSoftware } = page(
			table(
				'| Operating System | Component | Maximum Security Impact |',
				'| Windows XP Service Pack 3 | JScript 5.7 and VBScript 5.7 (KB990902) | Remote Code Execution |',
				'| Windows Vista | Microsoft .NET Framework 2.0 Service Pack 1 and .NET Framework 3.5 (990903) | Spoofing |',
			),
		).advisory;
		expect(affectedSoftware.map(shown)).toEqual([
			'Windows XP Service Pack 3 | JScript 5.7 | JScript 5.7 | 990902',
			'Windows XP Service Pack 3 | VBScript 5.7 | VBScript 5.7 | 990902',
			'Windows Vista | Microsoft .NET Framework 2.0 Service Pack 1 | .NET Framework 2.0 Service Pack 1 | 990903',
			'Windows Vista | .NET Framework 3.5 | .NET Framework 3.5 | 990903',
		]);
	});

	test('words before the number of an article are no part of the name', () => {
		const { affectedSoftware } = page(
			table('| Software | Maximum Security Impact |', '| Exchange Server 2007 (mail update 990902) | Spoofing |'),
		).advisory;
		expect(affectedSoftware.map(({ product, kb }) => [product, kb])).toEqual([['Exchange Server 2007', ['990902']]]);
	});

	test('under the head of a rating bulletins are what the update replaces', () => {
		const { affectedSoftware } = page(
			table(
				'| Operating System | Maximum Security Impact | Aggregate Severity Rating |',
				'| Windows XP Service Pack 3 (990902) | Spoofing | MS05-901 |',
				'| Windows Vista (990902) | Spoofing | None |',
				'| Windows 7 (990902) | Spoofing | 990801 in MS05-902 |',
			),
		).advisory;
		expect(
			affectedSoftware.map(({ severity, replaces }) => [severity, replaces.map(({ bulletin }) => bulletin)]),
		).toEqual([
			[null, ['MS05-901']],
			[null, []],
			[null, ['MS05-902']],
		]);
	});

	test('a row with a rating in the place of its product is said and makes no row', () => {
		const read = page(
			table(
				'| Operating System | Maximum Security Impact | Aggregate Severity Rating |',
				'| Windows XP Service Pack 3 | Spoofing | Important |',
				'| Spoofing | Important | |',
			),
		);
		expect(read.advisory.affectedSoftware.map(({ product }) => product)).toEqual(['Windows XP Service Pack 3']);
		expect(rulesOf(read)).toContain('row-without-product: Spoofing');
	});

	test('a group row leaves the side that its section has, one that names a side does not', () => {
		const { affectedSoftware, notAffectedSoftware } = readBulletin(
			[
				'**Affected Software**',
				'',
				table('| Operating System | Maximum Security Impact |', '| Windows XP Service Pack 3 | Spoofing |'),
				'',
				'**Non-Affected Software**',
				'',
				table(
					'| Operating System |',
					'| Windows Vista |',
					'| **Microsoft Office Software** |',
					'| Office 2003 Service Pack 3 |',
				),
			].join('\n'),
		).advisory;
		expect(affectedSoftware.map(({ product }) => product)).toEqual(['Windows XP Service Pack 3']);
		expect(notAffectedSoftware.map(({ product, group }) => [product, group])).toEqual([
			['Windows Vista', null],
			['Office 2003 Service Pack 3', 'Microsoft Office Software'],
		]);
	});
});

describe('ratings and groups', () => {
	test('a heading in head cells below the heads of the columns is the group of what follows', () => {
		const { affectedSoftware } = page(
			[
				'<table><thead><tr><th>Operating System</th><th>Maximum Security Impact</th></tr></thead><tbody>',
				'<tr><th colspan="2">Windows XP</th></tr>',
				'<tr><td>Windows XP Service Pack 3</td><td>Spoofing</td></tr>',
				'<tr><th colspan="2">Windows Vista</th></tr>',
				'<tr><td>Windows Vista Service Pack 1</td><td>Spoofing</td></tr></tbody></table>',
			].join('\n'),
		).advisory;
		expect(affectedSoftware.map(({ product, group }) => [product, group])).toEqual([
			['Windows XP Service Pack 3', 'Windows XP'],
			['Windows Vista Service Pack 1', 'Windows Vista'],
		]);
	});

	test('a rating of a family does not make what is not affected dangerous', () => {
		const { affectedSoftware, notAffectedSoftware } = readBulletin(
			[
				'**Affected Software:**',
				'',
				'-   Windows Server 2003',
				'',
				'**Non-Affected Software:**',
				'',
				'-   Windows Server 2003 Service Pack 1',
				'',
				'**Severity Ratings and Vulnerability Identifiers:**',
				'',
				table(
					'| Vulnerability Identifiers | Impact of Vulnerability | Windows Server 2003 |',
					'| Mail Vulnerability - CVE-2006-9001 | Spoofing | Important |',
				),
			].join('\n'),
		).advisory;
		expect(affectedSoftware.map(({ severity, ratings }) => [severity, ratings.length])).toEqual([['important', 1]]);
		expect(notAffectedSoftware.map(({ severity, impacts, ratings }) => [severity, impacts, ratings])).toEqual([
			[null, [], []],
		]);
	});

	test('a footnote mark beside a rating belongs to the row', () => {
		const { affectedSoftware } = page(
			`${table(
				'| Operating System | Maximum Security Impact | Aggregate Severity Rating |',
				'| Windows XP Service Pack 3 | None | No severity rating<sup>[1]</sup> |',
			)}\n\n<sup>[1]</sup>Ratings are for others.`,
		).advisory;
		expect(affectedSoftware.map(({ footnotes }) => footnotes)).toEqual([['Ratings are for others.']]);
	});
});

const CHINESE = { path: 'zh-tw/SecurityBulletins/2006/ms06-901.md', locale: 'zh-TW' };

describe('what is said of downloads', () => {
	const link = (target: string, text: string) =>
		`<a href="https://www.microsoft.com/download/details.aspx?id=${target}">${text}</a>`;

	test('two downloads of one product are one row, each with its language', () => {
		const { affectedSoftware } = readBulletin(
			[
				'### 受影響的軟體',
				'',
				'<table><tr><th>作業系統</th><th>最大安全性影響</th></tr>',
				`<tr><td>${link('1', 'Windows XP Service Pack 3')}*<br />(KB990902)<br />(英文下載更新程式)<br />`,
				`${link('2', 'Windows XP Service Pack 3')}*<br />(KB990902)<br />(中文下載更新程式)</td><td>詐騙</td></tr></table>`,
				'',
				'\\*一則註腳。',
			].join('\n'),
			'Microsoft 資訊安全公告 MS06-901',
			CHINESE,
		).advisory;
		expect(
			affectedSoftware.map(({ product, kb, downloads, footnotes }) => ({ product, kb, downloads, footnotes })),
		).toEqual([
			{
				product: 'Windows XP Service Pack 3',
				kb: ['990902'],
				downloads: [
					{
						url: 'https://www.microsoft.com/download/details.aspx?id=1',
						text: 'Windows XP Service Pack 3',
						language: 'en-US',
					},
					{
						url: 'https://www.microsoft.com/download/details.aspx?id=2',
						text: 'Windows XP Service Pack 3',
						language: 'zh-TW',
					},
				],
				footnotes: ['一則註腳。'],
			},
		]);
	});
});

describe('matrices whose cells tell clients and servers apart', () => {
	test('each rating goes to the rows of its systems; one without such rows is unjoined', () => {
		const { affectedSoftware, unjoinedRatings } = readBulletin(
			[
				'**Affected Software**',
				'',
				table(
					'| Operating System | Component | Maximum Security Impact |',
					'| Windows 7 for 32-bit Systems | Internet Explorer 9 (990902) | Spoofing |',
					'| Windows Server 2008 R2 for x64-based Systems | Internet Explorer 9 (990902) | Spoofing |',
					'| Windows 8 for 32-bit Systems | Internet Explorer 10 (990902) | Spoofing |',
				),
				'',
				'### Severity Ratings and Vulnerability Identifiers',
				'',
				'<table><tr><td>**CVE number**</td><td>**Vulnerability title**</td><td>**Internet Explorer 9**</td><td>**Internet Explorer 10**</td></tr>',
				'<tr><td>CVE-2006-9001</td><td>A leak</td>',
				'<td>Windows Clients:<br />**Critical / RCE**<br />Windows Servers<br />**Moderate / RCE**</td>',
				'<td>Windows Clients:<br />**Important/ID**<br />Windows Servers:<br />**Low/ID**</td></tr></table>',
			].join('\n'),
		).advisory;
		expect(
			affectedSoftware.map(({ product, ratings }) => [
				product,
				ratings.map(({ severity, impacts }) => [severity, impacts]),
			]),
		).toEqual([
			['Windows 7 for 32-bit Systems', [['critical', ['remote-code-execution']]]],
			['Windows Server 2008 R2 for x64-based Systems', [['moderate', ['remote-code-execution']]]],
			['Windows 8 for 32-bit Systems', [['important', ['information-disclosure']]]],
		]);
		expect(
			unjoinedRatings.map(({ product, component, canonicalComponent, severity }) => [
				product,
				component,
				canonicalComponent,
				severity,
			]),
		).toEqual([['Internet Explorer 10', 'Windows Servers', null, 'low']]);
	});
});

import { describe, expect, test } from 'vitest';
import type { SoftwareRow } from '../../src/advisory/schema.ts';
import { readBulletin } from '../fields/invented-bulletin.ts';

const rowsOf = (list: string) => readBulletin(`**Affected Software:**\n\n${list}`).advisory;
const download = (article: string) => `[Download the update${article}](https://download.example/x)`;

describe('lists of affected software', () => {
	test('a label in the list turns it to what is not affected', () => {
		const { affectedSoftware, notAffectedSoftware } = rowsOf(
			[
				`-   Windows 2000 Service Pack 4 - ${download('')}`,
				'-   **Non-Affected Software:**',
				'',
				'    -   Windows Server 2003',
				'    -   Windows XP Service Pack 2',
			].join('\n'),
		);
		expect(affectedSoftware.map(({ product }) => product)).toEqual(['Windows 2000 Service Pack 4']);
		expect(notAffectedSoftware.map(({ product, group, kb }) => ({ product, group, kb }))).toEqual([
			{ product: 'Windows Server 2003', group: null, kb: [] },
			{ product: 'Windows XP Service Pack 2', group: null, kb: [] },
		]);
	});

	const shown = ({ product, canonicalProducts, canonicalComponent, kb }: SoftwareRow) =>
		[product, canonicalProducts.join(), canonicalComponent, kb.join()].join(' | ');

	test('programs of a suite have its service pack, and its update where they have none of their own', () => {
		const { affectedSoftware } = rowsOf(
			[
				`-   Microsoft Office XP Service Pack 3 - ${download(' (KB990902)')}`,
				'    -   Microsoft PowerPoint 2002',
				'-   Microsoft Office 2003 Service Pack 2',
				`    -   Microsoft Excel 2003 - ${download(' (KB990903)')}`,
				'-   Microsoft Office 2003 Service Pack 1 and Microsoft Office 2003 Service Pack 2',
				`    -   Microsoft PowerPoint 2003 - ${download(' (KB990904)')}`,
			].join('\n'),
		);
		expect(affectedSoftware.map(shown)).toEqual([
			'Microsoft Office XP Service Pack 3 | Office XP Service Pack 3 |  | 990902',
			'Microsoft PowerPoint 2002 | Office XP Service Pack 3 | PowerPoint 2002 Service Pack 3 | 990902',
			'Microsoft Excel 2003 | Office 2003 Service Pack 2 | Excel 2003 Service Pack 2 | 990903',
			'Microsoft PowerPoint 2003 | Office 2003 Service Pack 1,Office 2003 Service Pack 2 | PowerPoint 2003 | 990904',
		]);
	});

	test('what holds a list and prints no update is a row where the list does not name it', () => {
		const { affectedSoftware } = rowsOf(
			['-   Microsoft Works Suites:', `    -   Microsoft Works Suite 2004 - ${download(' (KB990902)')}`].join('\n'),
		);
		expect(affectedSoftware.map((row) => `${row.group} | ${shown(row)}`)).toEqual([
			'null | Microsoft Works Suites | Works Suites |  | ',
			'Microsoft Works Suites | Microsoft Works Suite 2004 | Works Suite 2004 |  | 990902',
		]);
	});

	test('a further paragraph of an item that is a product, with its update or alone, is a row', () => {
		const { affectedSoftware } = rowsOf(
			[
				`-   Microsoft Office XP Service Pack 3 - ${download(' (KB990902)')}`,
				'',
				`    Microsoft Office XP Service Pack 2 - ${download(' (KB990903)')}`,
				'',
				'    Microsoft Office XP Service Pack 1 (with components of Contoso)',
				'',
				'    Microsoft Office XP:',
				'',
				'    Read what Office XP Service Pack 2 contains on [our site](https://contoso.example/).',
				'',
				'    -   Microsoft Word 2002',
			].join('\n'),
		);
		expect(affectedSoftware.map(shown)).toEqual([
			'Microsoft Office XP Service Pack 3 | Office XP Service Pack 3 |  | 990902',
			'Microsoft Office XP Service Pack 2 | Office XP Service Pack 2 |  | 990903',
			'Microsoft Office XP Service Pack 1 (with components of Contoso) | Office XP Service Pack 1 |  | ',
			'Microsoft Word 2002 | Office XP Service Pack 3 | Word 2002 Service Pack 3 | 990902',
		]);
	});

	test('a list under a label of its own is about the article of the headline where none of its items prints one', () => {
		const { affectedSoftware } = rowsOf(
			[
				'**Windows Software:**',
				'',
				'-   Windows XP Service Pack 2',
				'',
				'**Office Software:**',
				'',
				`-   Microsoft Project 2002 - ${download(' (KB990902)')}`,
				'-   Microsoft Visio 2002',
				'',
				'A note that parts nothing.',
				'',
				'-   Microsoft Publisher 2002',
			].join('\n'),
		);
		expect(affectedSoftware.map(({ product, kb }) => `${product}: ${kb}`)).toEqual([
			'Windows XP Service Pack 2: 990901',
			'Microsoft Project 2002: 990902',
			'Microsoft Visio 2002: ',
			'Microsoft Publisher 2002: ',
		]);
	});

	test('a sentence behind the name is no part of it', () => {
		const { affectedSoftware } = rowsOf(
			[
				'-   Windows 98 and Windows Millennium Edition (ME) - Read what the questions say of these systems.',
				'-   Internet Explorer 5.5 Service Pack 2 on Windows Millennium Edition: See below.',
				'-   Windows 2000 Service Pack 4.',
				'-   Microsoft Platform SDK Redistributable: GDI+',
			].join('\n'),
		);
		expect(affectedSoftware.map(({ product }) => product)).toEqual([
			'Windows 98 and Windows Millennium Edition (ME)',
			'Internet Explorer 5.5 Service Pack 2 on Windows Millennium Edition',
			'Windows 2000 Service Pack 4',
			'Microsoft Platform SDK Redistributable: GDI+',
		]);
	});

	test('each of the components that an item names is a row', () => {
		const { affectedSoftware } = rowsOf(
			'-   Microsoft JScript 5.5 and Microsoft VBScript 5.6 on Microsoft Windows XP Service Pack 1',
		);
		const product = 'Microsoft JScript 5.5 and Microsoft VBScript 5.6 on Microsoft Windows XP Service Pack 1';
		expect(affectedSoftware.map(shown)).toEqual([
			`${product} | Windows XP Service Pack 1 | JScript 5.5 | 990901`,
			`${product} | Windows XP Service Pack 1 | VBScript 5.6 | 990901`,
		]);
	});

	test('an item that says there is none is no row', () => {
		const { affectedSoftware, notAffectedSoftware } = rowsOf(
			'-   Windows 2000 Service Pack 4\n\n**Non-Affected Software:**\n\n-   None',
		);
		expect([affectedSoftware.length, notAffectedSoftware.length]).toEqual([1, 0]);
	});

	test('a sentence before the list names the component of its systems', () => {
		const { affectedSoftware } = rowsOf(
			'.NET Framework 2.0 for the following versions of the operating system:\n\n-   Windows 2000 Service Pack 4',
		);
		expect(affectedSoftware.map(shown)).toEqual([
			'Windows 2000 Service Pack 4 | Windows 2000 Service Pack 4 | .NET Framework 2.0 | 990901',
		]);
	});

	test('an item may be such a sentence; its link is the update of all items in it, and it is no row', () => {
		const { affectedSoftware } = rowsOf(
			[
				'-   [Download the update for .NET Framework 1.0 Service Pack 3 on these systems: (990905)](https://download.example/y)',
				'    -   Windows 2000 Service Pack 4',
				'    -   Windows Server 2003',
			].join('\n'),
		);
		expect(affectedSoftware.map(shown)).toEqual([
			'Windows 2000 Service Pack 4 | Windows 2000 Service Pack 4 | .NET Framework 1.0 Service Pack 3 | 990905',
			'Windows Server 2003 | Windows Server 2003 | .NET Framework 1.0 Service Pack 3 | 990905',
		]);
		expect(affectedSoftware.map(({ downloads }) => downloads.map(({ url }) => url))).toEqual([
			['https://download.example/y'],
			['https://download.example/y'],
		]);
	});

	test('headings that name a product part a list', () => {
		const { affectedSoftware } = rowsOf(
			[
				'-   ASP.NET',
				'',
				'Microsoft .NET Framework 1.1',
				'----------------------------',
				'',
				'-   Windows Server 2003',
				'',
				'How to get help',
				'---------------',
				'',
				'-   Windows XP Service Pack 2',
			].join('\n'),
		);
		expect(affectedSoftware.map((row) => `${row.group} | ${shown(row)}`)).toEqual([
			'null | ASP.NET | ASP.NET |  | 990901',
			'Microsoft .NET Framework 1.1 | Windows Server 2003 | Windows Server 2003 | .NET Framework 1.1 | 990901',
		]);
	});

	test('an aside that is not understood leaves the product known', () => {
		const { affectedSoftware } = rowsOf('-   Microsoft Exchange Server 2003 (when it uses the Contoso components)');
		expect(affectedSoftware.map(shown)).toEqual([
			'Microsoft Exchange Server 2003 (when it uses the Contoso components) | Exchange Server 2003 |  | 990901',
		]);
	});
});

test('a row of a table without product goes on with the product above', () => {
	const { affectedSoftware } = readBulletin(
		[
			'**Affected Software**',
			'',
			'| Office Suite | Component | Maximum Security Impact | Aggregate Severity Rating |',
			'|---|---|---|---|',
			'| Microsoft Office 2007 | Microsoft Office Excel 2007 | Remote Code Execution | Important |',
			'| | Microsoft Office PowerPoint 2007 | Remote Code Execution | Moderate |',
		].join('\n'),
	).advisory;
	expect(affectedSoftware.map(({ product, component, severity }) => [product, component, severity])).toEqual([
		['Microsoft Office 2007', 'Microsoft Office Excel 2007', 'important'],
		['Microsoft Office 2007', 'Microsoft Office PowerPoint 2007', 'moderate'],
	]);
});

test('the name of a file holds the number of an article in lower case', () => {
	const { advisory } = readBulletin('**File Information**\n\nRun office2003-kb990906-fullfile-enu.exe or akb990907.');
	expect(advisory.kb.map(({ id, roles }) => `${id} ${roles}`)).toEqual(['990901 page', '990906 mention']);
});

import { describe, expect, it } from 'vitest';
import { prepareLanguage } from '../../src/language/prepare.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { readProducts } from '../../src/products/read-product.ts';

const languages = LOCALES.map(prepareLanguage);
const readersOf = (locale: string) => languages.filter((one) => one.locale === locale || one.locale === 'en-US');
const read = (locale: string, name: string, group: string | null = null) => {
	const { products, components, leftover } = readProducts({ name, group }, readersOf(locale));
	return [products.map((product) => product.name), components.map((component) => component.name), leftover];
};

describe('a part of a suite in the group of its suite', () => {
	it.each([
		['Microsoft Word 2003', 'Microsoft Office 2003 Service Pack 2', 'Word 2003 Service Pack 2'],
		['Microsoft Outlook 2000', 'Microsoft Office 2000 Service Pack 3', 'Outlook 2000 Service Pack 3'],
		['PowerPoint 2002', 'Microsoft Office XP Service Pack 3', 'PowerPoint 2002 Service Pack 3'],
		// has service packs of its own, or none
		['Microsoft FrontPage 2003', 'Microsoft Office 2003 Service Pack 2', 'FrontPage 2003'],
		// says its own
		['Word 2003 Service Pack 1', 'Microsoft Office 2003 Service Pack 2', 'Word 2003 Service Pack 1'],
		['Microsoft Word 2003', 'Microsoft Office 2003', 'Word 2003'],
	])('%s in %s', (name, group, component) => {
		expect(read('en-US', name, group)).toEqual([[group.replace('Microsoft ', '')], [component], '']);
	});

	it('has no service pack of a group of two, nor of another suite', () => {
		expect(read('en-US', 'PowerPoint 2003', 'Microsoft Office 2003 Service Pack 1 or Service Pack 2')).toEqual([
			['Office 2003 Service Pack 1', 'Office 2003 Service Pack 2'],
			['PowerPoint 2003'],
			'',
		]);
		expect(read('en-US', 'Word 2003', 'Microsoft Office XP Service Pack 3')[1]).toEqual(['Word 2003']);
		expect(read('en-US', 'Visio 2002', 'Microsoft Office XP Service Pack 3')).toEqual([['Visio 2002'], [], '']);
	});
});

describe('what a list leaves out of a name', () => {
	it.each([
		['Windows 98, 98 SE, ME', ['Windows 98', 'Windows 98 Second Edition', 'Windows Millennium Edition']],
		[
			'Windows Server 2003, Windows Server 2003 Service Pack 1 and 2003 Service Pack 2',
			['Windows Server 2003', 'Windows Server 2003 Service Pack 1', 'Windows Server 2003 Service Pack 2'],
		],
		[
			'Windows Server 2003 x64 Edition and Windows Server x64 Edition Service Pack 2',
			['Windows Server 2003 x64 Edition', 'Windows Server 2003 x64 Edition Service Pack 2'],
		],
		['Works Suites 2004, 2005 and 2006', ['Works Suite 2004', 'Works Suite 2005', 'Works Suite 2006']],
	])('%s', (name, products) => {
		expect(read('en-US', name)).toEqual([products, [], '']);
	});

	it.each(['Windows XP and Windows Server Service Pack 2', 'Windows 98, Contoso SE', 'Windows Vista, Contoso'])(
		'is not guessed: %s',
		(name) => {
			expect(read('en-US', name)[0]).toEqual([]);
		},
	);
});

describe('editions of the system that a component runs on', () => {
	it.each([
		[
			'de-DE',
			'Microsoft .NET Framework 1.0 Service Pack 3 (nur Media Center Edition 2005 Service Pack 3 und Tablet PC Edition 2005 Service Pack 3)',
			'.NET Framework 1.0 Service Pack 3',
		],
		[
			'pt-BR',
			'(Somente Media Center Edition 2005 e Tablet PC Edition 2005) Microsoft .NET Framework 1.1 Service Pack 1',
			'.NET Framework 1.1 Service Pack 1',
		],
		['zh-TW', 'HtmlInput Object ActiveX 控制項 (僅限 Media Center Edition 2005)', 'HtmlInput Object ActiveX Control'],
	])('are no part of its name in %s: %s', (locale, name, component) => {
		expect(read(locale, name)).toEqual([[component], [], '']);
	});

	it('stay with a system', () => {
		expect(read('en-US', 'Windows XP Media Center Edition 2005 Service Pack 3')[0]).toEqual([
			'Windows XP Media Center Edition 2005 Service Pack 3',
		]);
		expect(read('en-US', '.NET Framework 1.1 on Windows XP Tablet PC Edition 2005')).toEqual([
			['Windows XP Tablet PC Edition 2005'],
			['.NET Framework 1.1'],
			'',
		]);
	});
});

describe('what stands beside a name and is none of it', () => {
	it.each([
		[
			'zh-TW',
			'Microsoft Office 2010 Service Pack 2 (32 位元版本) (mscomctlocx)',
			'Office 2010 (32-bit) Service Pack 2',
		],
		['pt-BR', 'Windows Vista Service Pack 2 (usp10)', 'Windows Vista Service Pack 2'],
		[
			'de-DE',
			'Microsoft System Center 2012 Operations Manager (Installiert Updaterollup 8)',
			'System Center 2012 Operations Manager',
		],
		[
			'pt-BR',
			'Windows Server 2008 para sistemas x32 bits Service Pack 2',
			'Windows Server 2008 for 32-bit Systems Service Pack 2',
		],
		['cs-CZ', 'Microsoft Office 2003 Service Pack 2 (brazilská portugalština)', 'Office 2003 Service Pack 2'],
		['de-DE', 'Microsoft .NET Framework, Version 1.0, Service Pack 3', '.NET Framework 1.0 Service Pack 3'],
		[
			'zh-TW',
			'適用於 Word、Excel 及 PowerPoint 2007 檔案格式 Service Pack 1 的 Microsoft Office 相容性套件',
			'Office Compatibility Pack Service Pack 1',
		],
		[
			'zh-TW',
			'Microsoft Lync Basic 2013 Service Pack 1 (64 位元) (商務用 Skype 基本版)',
			'Lync Basic 2013 (Skype for Business Basic) (64-bit) Service Pack 1',
		],
		['pt-BR', 'Suplemento do Microsoft Live Meeting 2007', 'Live Meeting 2007 Add-in'],
		[
			'de-DE',
			'Microsoft Exchange Server 2007 Service Pack 2 für x64-basierte Systeme',
			'Exchange Server 2007 Service Pack 2',
		],
	])('%s: %s', (locale, name, product) => {
		expect(read(locale, name)).toEqual([[product], [], '']);
	});

	it('does not hide what is left out of a product', () => {
		expect(
			read('pt-BR', 'Windows Server 2003 Service Pack 2 (exceto Windows Server 2003 R2 Service Pack 2)')[0],
		).toEqual([]);
	});
});

import { describe, expect, it } from 'vitest';
import { prepareLanguage } from '../../src/language/prepare.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { readProducts } from '../../src/products/read-product.ts';
import { COMPONENTS, PRODUCTS, UNKNOWN } from './printed-names.ts';

const languages = LOCALES.map(prepareLanguage);
const readersOf = (locale: string) => languages.filter((one) => one.locale === locale || one.locale === 'en-US');
const named = (name: string, locale: string) => {
	const { products, component, leftover } = readProducts({ name }, readersOf(locale));
	return { products: products.map((product) => product.name), component: component?.name ?? null, leftover };
};

describe.each(Object.entries(PRODUCTS))('names printed in %s', (locale, names) => {
	it.each(names)('%s', (name, ...products) => {
		expect(named(name, locale)).toEqual({ products, component: null, leftover: '' });
	});
});

describe.each(Object.entries(COMPONENTS))('components on products printed in %s', (locale, names) => {
	it.each(names)('%s', (name, component, ...products) => {
		expect(named(name, locale)).toEqual({ products, component, leftover: '' });
	});
});

it.each(UNKNOWN)('names no product that is known (%s): %s', (locale, name) => {
	const { products, component } = named(name, locale);
	expect({ products, component }).toEqual({ products: [], component: null });
});

describe('what stands over a name', () => {
	const read = (printed: Parameters<typeof readProducts>[0], locale = 'pt-BR') => {
		const { products, component } = readProducts(printed, readersOf(locale));
		return [...products.map((product) => product.name), component?.name ?? null];
	};

	it('a header names the branch of a product that has one', () => {
		const header = 'GDR Software Updates';
		expect(read({ name: 'SQL Server 2008 for 32-bit Systems Service Pack 3', header })).toEqual([
			'SQL Server 2008 for 32-bit Systems Service Pack 3 (GDR)',
			null,
		]);
		expect(read({ name: 'Windows Server 2003 Service Pack 2', header })).toEqual([
			'Windows Server 2003 Service Pack 2',
			null,
		]);
	});

	it('a group row names Server Core, of systems that have it', () => {
		const group = 'Opção de instalação Server Core';
		expect(read({ name: 'Windows Server 2012 R2', group })).toEqual([
			'Windows Server 2012 R2 (Server Core installation)',
			null,
		]);
		expect(read({ name: 'Windows 7 para sistemas de 32 bits', group })).toEqual(['Windows 7 for 32-bit Systems', null]);
	});

	it('a group row names the component of a system', () => {
		expect(read({ name: 'Windows XP Service Pack 3', group: 'Active Directory Application Mode (ADAM)' })).toEqual([
			'Windows XP Service Pack 3',
			'Active Directory Application Mode',
		]);
	});

	it('a group row names the product of a component, but no system, which stands over better names', () => {
		expect(
			read({ name: 'Word Automation Services', group: 'Microsoft SharePoint Server 2010 Service Pack 1' }),
		).toEqual(['SharePoint Server 2010 Service Pack 1', 'Word Automation Services']);
		expect(read({ name: 'Adobe Flash Player', group: 'Windows 10' })).toEqual(['Adobe Flash Player', null]);
	});
});

it('gives the parts of a name', () => {
	const name = 'Windows Server 2008 R2 para Sistemas Service Pack 1 baseados em x64 (instalação do núcleo do servidor)';
	expect(readProducts({ name }, readersOf('pt-BR')).products).toEqual([
		{
			name: 'Windows Server 2008 R2 for x64-based Systems Service Pack 1 (Server Core installation)',
			family: 'Windows Server 2008 R2',
			edition: null,
			platform: 'x64',
			servicePack: '1',
			update: null,
			branch: null,
			serverCore: true,
			host: null,
		},
	]);
});

it('gives the words that it does not know', () => {
	expect(named('Windows XP Service Pack 2 og Windows XP Service ack 3', 'da-DK').leftover).toBe(
		'windows xp service ack 3',
	);
});

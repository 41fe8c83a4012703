import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareLanguage } from '../../src/language/prepare.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { FAMILIES } from '../../src/products/families.ts';
import { canonicalName, familyOf, isWithin, readProducts } from '../../src/products/read-product.ts';

const TRUTH = new URL('../../../shared/ground-truth/products.json', import.meta.url);
const truth: { readonly name: string }[] = existsSync(TRUTH) ? JSON.parse(readFileSync(TRUTH, 'utf8')) : [];
/** Spellings of the truth that are other names of a product, or two products. */
const OTHER_NAMES = new Map([
	['Excel 2003 Viewer', 'Excel Viewer 2003'],
	['Word 2003 Viewer', 'Word Viewer 2003'],
	['Word 98(J)', 'Word 98 (J)'],
	['Windows NT 4', 'Windows NT 4.0'],
	['Windows NT 4.0 Server, Terminal Server Edition', 'Windows NT 4.0 Server Terminal Server Edition'],
	['Windows XP and Microsoft Windows XP Service Pack 1', 'Windows XP'],
]);

const english = LOCALES.filter(({ locale }) => locale === 'en-US').map(prepareLanguage);
const first = (name: string) => readProducts({ name }, english).products[0];

describe('families', () => {
	it('have one name each, never with the maker in front', () => {
		const names = FAMILIES.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(names.filter((name) => name.startsWith('Microsoft '))).toEqual([]);
	});

	it('are read by their names and aliases', () => {
		for (const { name, aliases, host } of FAMILIES) {
			if (host === true) continue;
			for (const spelling of [name, ...(aliases ?? [])]) expect(first(spelling)?.family, spelling).toBe(name);
			expect(familyOf(name)).toBe(name);
		}
	});
});

describe.each(LOCALES.map((pack) => [pack.locale, pack.products ?? {}] as const))('the pack %s', (_, products) => {
	it('names families that there are', () => {
		const known = new Set(FAMILIES.map(({ name }) => name));
		expect(Object.keys(products.names ?? {}).filter((name) => !known.has(name))).toEqual([]);
	});

	it('says of every host which side is the component', () => {
		for (const host of products.hosts ?? []) {
			expect(host).toContain('{component}');
			expect(host).toContain('{product}');
		}
	});
});

describe.skipIf(truth.length === 0)('names of the ground truth', () => {
	it('are read as themselves, and the same again', () => {
		for (const { name } of truth) {
			const product = first(name);
			expect(product?.name, name).toBe(OTHER_NAMES.get(name) ?? name);
			if (product === undefined) continue;
			expect(canonicalName(product)).toBe(product.name);
			expect(first(product.name)).toEqual(product);
			expect(familyOf(product.name)).toBe(product.family);
		}
	});

	it('are the same with the maker in front, and without the words of a language', () => {
		for (const { name } of truth) {
			expect(first(`Microsoft ${name}`), name).toEqual(first(name));
			if (!name.includes(' and Microsoft Windows'))
				expect(readProducts({ name }, []).products, name).toEqual([first(name)]);
		}
	});
});

describe('familyOf', () => {
	it('knows the family of a canonical name and no other text', () => {
		expect(familyOf('Windows Server 2008 for x64-based Systems Service Pack 2')).toBe('Windows Server 2008');
		expect(familyOf('Silverlight 5 when installed on Windows (x64-based)')).toBe('Silverlight 5');
		expect(familyOf('Contoso 7')).toBeNull();
	});
});

describe('isWithin', () => {
	const within = (row: string, broader: string) => {
		const [one, other] = [first(row), first(broader)];
		if (one === undefined || other === undefined) throw new Error('not read');
		return isWithin(one, other);
	};

	it.each([
		['Windows XP Service Pack 3', 'Windows XP'],
		['Windows XP Professional x64 Edition Service Pack 2', 'Windows XP'],
		['Windows Server 2008 for x64-based Systems Service Pack 2', 'Windows Server 2008 for x64-based Systems'],
		['Windows Server 2012 (Server Core installation)', 'Windows Server 2012'],
		['Windows 10 Version 1511 for 32-bit Systems', 'Windows 10'],
		['Internet Explorer 8', 'Internet Explorer'],
	])('%s lies within %s', (row, broader) => {
		expect(within(row, broader)).toBe(true);
		expect(within(row, row)).toBe(true);
		expect(within(broader, row)).toBe(false);
	});

	it.each([
		['Windows XP Service Pack 2', 'Windows XP Service Pack 3'],
		['Windows Server 2008 R2 for x64-based Systems', 'Windows Server 2008'],
		['Windows Server 2008 for 32-bit Systems', 'Windows Server 2008 for x64-based Systems'],
		['Windows Server 2012', 'Windows Server 2012 (Server Core installation)'],
	])('%s does not lie within %s', (row, broader) => {
		expect(within(row, broader)).toBe(false);
	});
});

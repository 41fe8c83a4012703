import { describe, expect, test } from 'vitest';
import { parseAdvisory } from '../../src/index-portable.ts';
import { checkPack } from '../../src/language/check-pack.ts';
import { mergePacks } from '../../src/language/merge-packs.ts';
import type { LocalePack } from '../../src/language/pack.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { inventedPage } from '../invented-page.ts';

const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'].map((month) => [month]);

const PACK: LocalePack = {
	locale: 'eo-EO',
	name: 'Invented',
	dateline: { published: ['Publikigita'], updated: ['Gisdatigita'] },
	version: ['Versio'],
	dates: {
		templates: ['{d} {month} {y}'],
		numeric: { dateline: 'dmy', revision: 'dmy' },
		months: MONTHS,
		weekdays: [[], [], [], [], [], [], []],
	},
	versions: ['V{version}'],
	headings: { summary: ['Resumo'], faq: ['Demandoj'] },
	labels: { recommendation: ['Rekomendo'] },
	remarks: ['Noto'],
	articles: [],
	columns: {},
	severity: { critical: ['Krita'] },
	impact: {},
	cells: { none: ['Neniu'], notApplicable: ['Ne validas'], yes: ['Jes'], no: ['Ne'] },
	footers: [],
};

describe('mergePacks', () => {
	const over = {
		...PACK,
		name: 'Over',
		version: ['Versio', 'Numero'],
		headings: { summary: ['Superrigardo'], revisions: ['Historio'] },
		dates: {
			...PACK.dates,
			numeric: { dateline: 'ymd', revision: 'dmy' },
			months: MONTHS.map(([month = ''], index) => (index === 0 ? [month, 'unua'] : [])),
		},
	} as const satisfies LocalePack;
	const merged = mergePacks(PACK, over);

	test('lists are united, the other one first, nothing twice', () => {
		expect(merged.version).toEqual(['Versio', 'Numero']);
		expect(merged.headings).toEqual({
			summary: ['Superrigardo', 'Resumo'],
			faq: ['Demandoj'],
			revisions: ['Historio'],
		});
	});

	test('what is no list is settled by the other one', () => {
		expect(merged.name).toBe('Over');
		expect(merged.dates.numeric).toEqual({ dateline: 'ymd', revision: 'dmy' });
	});

	test('months are united one by one', () => {
		expect(merged.dates.months).toHaveLength(12);
		expect(merged.dates.months.slice(0, 2)).toEqual([['m1', 'unua'], ['m2']]);
	});

	test('neither pack is changed, and a pack over itself is itself', () => {
		expect(PACK.version).toEqual(['Versio']);
		expect(mergePacks(PACK, PACK)).toEqual(PACK);
	});
});

describe('checkPack', () => {
	test('gives a good pack', () => expect(checkPack(PACK)).toBe(PACK));
	test.each(LOCALES.map((pack) => [pack.locale, pack] as const))('takes %s', (_, pack) =>
		expect(() => checkPack(pack)).not.toThrow(),
	);

	test.each<[string, unknown]>([
		['the pack', null],
		['the pack', []],
		['the pack', 'eo-EO'],
		['locale', { ...PACK, locale: 'eo' }],
		['locale', { ...PACK, locale: undefined }],
		['name', { ...PACK, name: 1 }],
		['version', { ...PACK, version: 'Versio' }],
		['remarks', { ...PACK, remarks: [''] }],
		['articles', { ...PACK, articles: [1] }],
		['headings', { ...PACK, headings: [] }],
		['headings.summary', { ...PACK, headings: { summary: 'Resumo' } }],
		['labels.purpose', { ...PACK, labels: { purpose: [{ under: ['summary'] }] } }],
		['severity.critical', { ...PACK, severity: { critical: [''] } }],
		['dateline', { ...PACK, dateline: { published: [] } }],
		['dates.templates', { ...PACK, dates: { ...PACK.dates, templates: undefined } }],
		['dates.months', { ...PACK, dates: { ...PACK.dates, months: MONTHS.slice(1) } }],
		['dates.months', { ...PACK, dates: { ...PACK.dates, months: MONTHS.map(String) } }],
		['dates.weekdays', { ...PACK, dates: { ...PACK.dates, weekdays: [] } }],
		['dates.numeric', { ...PACK, dates: { ...PACK.dates, numeric: { dateline: 'dmy', revision: 'ydm' } } }],
		['products', { ...PACK, products: [] }],
		['products.editions', { ...PACK, products: { editions: { x: 'y' } } }],
	])('names %s', (path, pack) => {
		expect(() => checkPack(pack)).toThrow(TypeError);
		expect(() => checkPack(pack)).toThrow(`locale pack: ${path} must be `);
	});
});

describe('the option packs', () => {
	const page = inventedPage({
		title: 'Sekureca Konsilo 990901',
		headline: 'La vico haltas',
		dateline: 'Publikigita: 16 m9 2008\n\nVersio: 1.0',
		body: '## Resumo\n\nLa vico haltas.\n\n**Rekomendo:** Legu plu.\n\n## Demandoj\n\n**Kio?**\nVico.',
	});

	test('adds a language', () => {
		const { advisory } = parseAdvisory(page, { locale: 'eo-EO', packs: [PACK] });
		expect(advisory).toMatchObject({
			language: 'eo-EO',
			published: '2008-09-16',
			version: '1.0',
			summary: 'La vico haltas.',
			recommendation: 'Legu plu.',
			faq: [{ question: 'Kio?', answer: 'Vico.' }],
		});
	});

	test('without it the language is unknown', () => {
		const { advisory, diagnostics } = parseAdvisory(page, { locale: 'eo-EO' });
		expect(advisory).toMatchObject({ language: null, published: null });
		expect(diagnostics.map(({ rule }) => rule)).toContain('language-unknown');
	});

	test('lays words over a built-in pack', () => {
		const danish = LOCALES.find(({ locale }) => locale === 'da-DK') as LocalePack;
		const packs = [{ ...danish, headings: { faq: ['Det spørger folk om'] } }];
		const body = '## Det spørger folk om\n\n**Hvad?**\nKøen.\n\n## Oversigt\n\nTekst.';
		const source = inventedPage({ dateline: 'Offentliggjort: 16. september 2008', body });
		const kinds = (options: object) =>
			parseAdvisory(source, { locale: 'da-DK', ...options }).advisory?.sections.map(({ kind }) => kind);
		expect(kinds({ packs })).toEqual(['faq', 'summary']);
		expect(kinds({})).toEqual(['other', 'summary']);
	});

	test('the hash of the data is another one', () => {
		const generator = (options: object) => parseAdvisory(page, { locale: 'eo-EO', ...options }).advisory?.generator;
		expect(generator({ packs: [PACK] })).not.toBe(generator({}));
		expect(generator({ packs: [PACK] })).toBe(generator({ packs: [structuredClone(PACK)] }));
	});

	test('a wrong pack is refused at the door', () =>
		expect(() => parseAdvisory(page, { packs: [{ ...PACK, locale: 'x' }] })).toThrow(TypeError));
});

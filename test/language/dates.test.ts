import { describe, expect, test } from 'vitest';
import { parseLocalizedDate } from '../../src/index-portable.ts';
import { type DatePlace, findDate, weekdayOf } from '../../src/language/dates.ts';
import { prepareLanguage } from '../../src/language/prepare.ts';
import { LOCALES } from '../../src/locales/index.ts';

function grammarOf(locale: string) {
	const pack = LOCALES.find((candidate) => candidate.locale === locale);
	if (pack === undefined) throw new Error(locale);
	return prepareLanguage(pack).dates;
}

const find = (text: string, locale: string, place: DatePlace = 'revision') =>
	findDate(text, [grammarOf(locale)], place);

/** Forms of datelines and revisions, and slips that are read all the same. */
const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'cs-CZ': {
		'18. května 2005': '2005-05-18',
		'1. ledna 2007': '2007-01-01',
		'6 září 2006': '2006-09-06',
		'6. ZÁŘÍ 2006': '2006-09-06',
		'18.\u00A0května\u00A02005': '2005-05-18',
		'18.května 2005': '2005-05-18',
		'13\u2009. července 2006': '2006-07-13',
		'21. února2006': '2006-02-21',
		'únor 14. 2006': 'none',
		'středa 3. prosince 2007': '2007-12-03',
		'červen 9, 2009': 'none',
		'9. června 2009': '2009-06-09',
		'9. července 2009': '2009-07-09',
		'30. dubna 2013:': '2013-04-30',
	},
	'da-DK': {
		'18. august 2005': '2005-08-18',
		'13. juni, 2008': '2008-06-13',
		'2 februar 2007': '2007-02-02',
		'11. november 11 2011': '2011-11-11',
		'9. maj 2012': '2012-05-09',
		'12-01-2010': '2010-01-12',
		'14.2.2006': '2006-02-14',
		'16 .juli 2008': '2008-07-16',
	},
	'pt-BR': {
		'quinta-feira, 18 de agosto de 2005': '2005-08-18',
		'13 de maio de 2014': '2014-05-13',
		'1º de maio de 2014': '2014-05-01',
		'1° de setembro de 2009': '2009-09-01',
		'1o de setembro de 2009': '2009-09-01',
		'29 de abril, 2014': '2014-04-29',
		'12 de dezembro 2017': '2017-12-12',
		'14 de abril2017': '2017-04-14',
		'12 de augusto de 2014': '2014-08-12',
		'12 de nov. de 2013': '2013-11-12',
		'12. de junho de 2012': '2012-06-12',
		'11 de agosto de 06': '2006-08-11',
		'10.02.15': '2015-02-10',
		'10.03.2015': '2015-03-10',
		'13/10/2015': '2015-10-13',
		'9/8/16': '2016-08-09',
		'30.04. 2015': '2015-04-30',
		'November 8, 2017': '2017-11-08',
		'12 de MARÇO de 2013': '2013-03-12',
	},
	'zh-TW': {
		'2005年5月19日': '2005-05-19',
		'2014 年 3 月 24 日': '2014-03-24',
		'2010 年 2 月 10日': '2010-02-10',
		'2004 年 8 月10 日': '2004-08-10',
		'2006年 2 月 7 日': '2006-02-07',
		'(2014 年 5 月 1 日)': '2014-05-01',
		'2012\u3000年 4 月 １７\u3000日': '2012-04-17',
		'2012 年 4 月 1７ 日': '2012-04-17',
		'2012/09/12': '2012-09-12',
		'12/09/12': '2012-09-12',
		'11-08-30': '2011-08-30',
		'2015-3-10': '2015-03-10',
		'August 21, 2015': '2015-08-21',
	},
	'en-US': {
		'September 16, 2008': '2008-09-16',
		'Tuesday, September 16, 2008': '2008-09-16',
		'September 16 2008': '2008-09-16',
		'16 September 2008': '2008-09-16',
		'16. September 2008': '2008-09-16',
		'Sept. 16, 2008': '2008-09-16',
		'SEPTEMBER 16,2008': '2008-09-16',
		'09/16/2008': '2008-09-16',
		'9/16/08': '2008-09-16',
		'2008-09-16': '2008-09-16',
	},
};

describe.each(Object.entries(FORMS))('%s', (locale, forms) => {
	test.each(Object.entries(forms))('%j', (text, expected) => {
		const date = expected === 'none' ? null : expected;
		expect(parseLocalizedDate(text, locale)).toBe(date);
		expect(find(text, locale)?.date ?? null).toBe(date);
	});
});

test('a locale without a pack', () => expect(() => parseLocalizedDate('1', 'xx-XX')).toThrow(TypeError));

describe('no day of the calendar is found, and is null', () => {
	test.each([
		['29. února 2014', 'cs-CZ'],
		['31. april 2010', 'da-DK'],
		['30 de fevereiro de 2012', 'pt-BR'],
		['32.01.15', 'pt-BR'],
		['2014 年 2 月 29 日', 'zh-TW'],
		['2007 年 25 月 10 日', 'zh-TW'],
		['2013/13/05', 'zh-TW'],
		['February 30, 2010', 'en-US'],
		['0. května 2005', 'cs-CZ'],
	])('%j in %s', (text, locale) => {
		expect(parseLocalizedDate(text, locale)).toBeNull();
		expect(find(text, locale)).toMatchObject({ date: null, start: 0, end: text.length });
	});

	test('a day of a leap year is one', () =>
		expect(parseLocalizedDate('29 de fevereiro de 2012', 'pt-BR')).toBe('2012-02-29'));
});

describe('no date at all', () => {
	test.each([
		['12 de junho', 'pt-BR'],
		['junho de 2012', 'pt-BR'],
		['6 月 13 日', 'zh-TW'],
		['2012 年 6 月', 'zh-TW'],
		['Windows Server 2012', 'en-US'],
		['version 10.0.4073.2 of the file', 'en-US'],
		['Contoso Suite 2007 Service Pack 2', 'en-US'],
		['1.0', 'da-DK'],
		['192.0.2.15', 'da-DK'],
		['2013/0516', 'zh-TW'],
		['8. května 20012', 'cs-CZ'],
		['&lt;den měsíc rok&gt;', 'cs-CZ'],
		['mayor 5, 2008', 'en-US'],
		['', 'en-US'],
	])('%j in %s', (text, locale) => expect(find(text, locale)).toBeNull());
});

describe('order of numeric dates', () => {
	const order = { ...grammarOf('da-DK'), numeric: { dateline: 'mdy', revision: 'ymd' } } as const;

	test.each([
		['05/06/07', 'dateline', '2007-05-06'],
		['05/06/07', 'revision', '2005-06-07'],
		['05-06-2007', 'dateline', '2007-05-06'],
		['2007/5/6', 'dateline', '2007-05-06'],
		['2007.05.06', 'revision', '2007-05-06'],
		['01.02.98', 'dateline', '1998-01-02'],
		['05/06/90', 'dateline', '1990-05-06'],
	] as const)('%j in a %s', (text, place, expected) => expect(findDate(text, [order], place)?.date).toBe(expected));
});

describe('what is found', () => {
	test('the first date, with its place and its weekday', () => {
		const text = 'Publicado em: quarta-feira, 12 de outubro de 2016 | Atualizado em: 27 de outubro de 2016';
		const found = find(text, 'pt-BR', 'dateline');
		expect(found).toMatchObject({
			date: '2016-10-12',
			weekday: 3,
			source: 'pt-BR/dates/{weekday}, {d} de {month} de {y}',
		});
		expect(text.slice(found?.start, found?.end)).toBe('quarta-feira, 12 de outubro de 2016');
	});

	test.each([
		['V1.0 (１３ de maio de 2014): texto', 'pt-BR', '１３ de maio de 2014'],
		['\u200EV1.0 2012\u3000年 4 月 17 日：文字', 'zh-TW', '2012\u3000年 4 月 17 日'],
		['発 (16\u00AD. juli  2008)', 'da-DK', '16\u00AD. juli  2008'],
	])('offsets are those of the printed text: %j', (text, locale, printed) => {
		const found = find(text, locale);
		expect(text.slice(found?.start, found?.end)).toBe(printed);
	});

	test('a page language goes before English', () => {
		const both = [grammarOf('pt-BR'), grammarOf('en-US')];
		expect(findDate('10.02.15', both, 'revision')?.date).toBe('2015-02-10');
		expect(findDate('28 February 2007', both, 'revision')?.date).toBe('2007-02-28');
	});

	test.each([
		['2008-09-15', 1],
		['2008-09-16', 2],
		['2008-09-21', 7],
	])('the weekday of %s', (iso, weekday) => expect(weekdayOf(iso)).toBe(weekday));
});

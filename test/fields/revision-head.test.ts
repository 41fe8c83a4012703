import { describe, expect, test } from 'vitest';
import { readRevisionHead } from '../../src/fields/revision-head.ts';
import { readersOf } from './readers.ts';

type Row = readonly [entry: string, version: string | null, date: string | null, text: string];

/** Entries as they are printed, a part of the text behind each. */
const ENTRIES: Readonly<Record<string, readonly Row[]>> = {
	'cs-CZ': [
		['V1.0 (3. prosince 2007): Zveřejněno.', '1.0', '2007-12-03', 'Zveřejněno.'],
		['V1.0 (3. prosince 2007) Zveřejněno.', '1.0', '2007-12-03', 'Zveřejněno.'],
		['V1.0 (3. prosince 2007); Zveřejněno.', '1.0', '2007-12-03', 'Zveřejněno.'],
		['Verze 1.0 (26. ledna 2007): Zveřejněno.', '1.0', '2007-01-26', 'Zveřejněno.'],
		['V2.1 (6 září 2006): Doplněno.', '2.1', '2006-09-06', 'Doplněno.'],
		['V 1.1 (6. září 2006): Doplněno.', '1.1', '2006-09-06', 'Doplněno.'],
		['1.0 (6. září 2006): Doplněno.', '1.0', '2006-09-06', 'Doplněno.'],
		['V1.1 6. září 2006: Doplněno.', '1.1', '2006-09-06', 'Doplněno.'],
		['19. května 2005: Zveřejněno.', null, '2005-05-19', 'Zveřejněno.'],
		['19. května 2005 Zveřejněno.', null, '2005-05-19', 'Zveřejněno.'],
		['(19. června 2006): Zveřejněno.', null, '2006-06-19', 'Zveřejněno.'],
	],
	'da-DK': [
		['V1.0 (2. februar 2007): Udgivet.', '1.0', '2007-02-02', 'Udgivet.'],
		['V 1.0 (26. januar 2007): Udgivet.', '1.0', '2007-01-26', 'Udgivet.'],
		['18. august 2005: Udgivet', null, '2005-08-18', 'Udgivet'],
		['13. juni, 2008: Udgivet.', null, '2008-06-13', 'Udgivet.'],
		['18. august 2005, udgivet', null, '2005-08-18', 'udgivet'],
		['(19. juni 2006) Udgivet.', null, '2006-06-19', 'Udgivet.'],
		['7.0 (12. januar 2010): Rettet.', '7.0', '2010-01-12', 'Rettet.'],
		['V1.4 (11. november 11 2011): Rettet.', '1.4', '2011-11-11', 'Rettet.'],
		['V1.1 (12-01-2010): Rettet.', '1.1', '2010-01-12', 'Rettet.'],
	],
	'pt-BR': [
		['V1.0 (26 de janeiro de 2007): Publicado', '1.0', '2007-01-26', 'Publicado'],
		['V1.0 (26 de janeiro de 2007) : Publicado', '1.0', '2007-01-26', 'Publicado'],
		['V1.0 (26 de janeiro de 2007)): Publicado', '1.0', '2007-01-26', 'Publicado'],
		['V1.0 (10.02.15): Publicado.', '1.0', '2015-02-10', 'Publicado.'],
		['V1.0 (10.03.2015): Publicado.', '1.0', '2015-03-10', 'Publicado.'],
		['V1.0 (13/10/2015): Publicado.', '1.0', '2015-10-13', 'Publicado.'],
		['V1.1 (quarta-feira, 12 de outubro de 2016): Revisto', '1.1', '2016-10-12', 'Revisto'],
		['V1.0 terça-feira, 11 de outubro de 2016: Publicado', '1.0', '2016-10-11', 'Publicado'],
		['V1.0 (1º de setembro de 2009): Publicado', '1.0', '2009-09-01', 'Publicado'],
		['V1.1 (29 de abril, 2014): Revisto', '1.1', '2014-04-29', 'Revisto'],
		['V2.0 (12 de dezembro 2017): Revisto', '2.0', '2017-12-12', 'Revisto'],
		['V1.0 12 de setembro de 2005: Publicado.', '1.0', '2005-09-12', 'Publicado.'],
		['V2.2. (7 de outubro de 2015): Revisto', '2.2', '2015-10-07', 'Revisto'],
		['V1.0: (7 de outubro de 2015): Revisto', '1.0', '2015-10-07', 'Revisto'],
		['V.1.0 (7 de outubro de 2015): Revisto', '1.0', '2015-10-07', 'Revisto'],
		['V1.0 - 7 de outubro de 2015: Revisto', '1.0', '2015-10-07', 'Revisto'],
		['V1.3 (28, 28 de março de 2007): Revisto', '1.3', '2007-03-28', 'Revisto'],
		['V2.0 (November 25, 2008): Revisto', '2.0', '2008-11-25', 'Revisto'],
		['18 de agosto de 2005; Publicado', null, '2005-08-18', 'Publicado'],
		['– 18 de agosto de 2005: Publicado', null, '2005-08-18', 'Publicado'],
	],
	'zh-TW': [
		['V1.0 (2007 年 1 月 26 日)： 發行。', '1.0', '2007-01-26', '發行。'],
		['V1.0（2007 年 1 月 26 日）：發行。', '1.0', '2007-01-26', '發行。'],
		['V2.0 (2010 年 2 月 10日)：發行。', '2.0', '2010-02-10', '發行。'],
		['V 1.3 (2014 年 9 月 24 日)： 修訂。', '1.3', '2014-09-24', '修訂。'],
		['V1.0 2014 年 11 月 11 日：發行。', '1.0', '2014-11-11', '發行。'],
		['V1.0，2016 年 10 月 11 日：發行。', '1.0', '2016-10-11', '發行。'],
		['V1.0：(2016 年 10 月 11 日)：發行。', '1.0', '2016-10-11', '發行。'],
		['V.1.0 (2016 年 10 月 11日)：發行。', '1.0', '2016-10-11', '發行。'],
		['2005 年 5 月 19 日：發行', null, '2005-05-19', '發行'],
		['2006年 2 月 7 日： 發行', null, '2006-02-07', '發行'],
		['(2006 年 6 月 19 日)：發行', null, '2006-06-19', '發行'],
		['V1.0（2012 年 4 月 1７ 日）：發行', '1.0', '2012-04-17', '發行'],
		['V1.0 (12/09/12): 發行', '1.0', '2012-09-12', '發行'],
	],
	'en-US': [
		['V1.0 (September 16, 2008): Published.', '1.0', '2008-09-16', 'Published.'],
		['Version 1.0 (September 16, 2008): Published.', '1.0', '2008-09-16', 'Published.'],
		['V1.0 (Tuesday, September 16, 2008): Published.', '1.0', '2008-09-16', 'Published.'],
		['V1. 5 (September 16, 2008): Published.', '1.5', '2008-09-16', 'Published.'],
		['V1 5 (September 16, 2008): Published.', '1.5', '2008-09-16', 'Published.'],
		['V1,0 (September 16, 2008): Published.', '1.0', '2008-09-16', 'Published.'],
		['September 16, 2008: Published.', null, '2008-09-16', 'Published.'],
		['V12.0 (September 16, 2008): Published.', '12.0', '2008-09-16', 'Published.'],
	],
};

describe.each(Object.entries(ENTRIES))('entries of %s', (locale, rows) => {
	test.each(rows)('%s', (entry, version, date, text) => {
		const head = readRevisionHead(entry, readersOf(locale));
		expect({ version: head?.version, date: head?.date, text: entry.slice(head?.end) }).toEqual({ version, date, text });
	});
});

describe('words before the version', () => {
	test.each([
		['Boletim atualizado V1.1 (7 de outubro de 2015): Revisto', 'pt-BR', 'Boletim atualizado', '1.1', '2015-10-07'],
		['已修訂 V2.1 (2010 年 2 月 10 日)：修訂。', 'zh-TW', '已修訂', '2.1', '2010-02-10'],
	])('%s', (entry, locale, before, version, date) =>
		expect(readRevisionHead(entry, readersOf(locale))).toMatchObject({ before, version, date }),
	);
});

describe('a version without a date of the calendar', () => {
	test.each([
		['V1.2: Revisto', 'pt-BR', '1.2'],
		['V1.2 (12 de junho): Revisto', 'pt-BR', '1.2'],
		['V1.2 (2012 年 6 月)：修訂', 'zh-TW', '1.2'],
		['V1.0 (<den měsíc rok>): Zveřejněno', 'cs-CZ', '1.0'],
		['V1.1 (29. februar 2014): Rettet', 'da-DK', '1.1'],
		['V12.0 (2013/0516): 修訂', 'zh-TW', '12.0'],
	])('%s', (entry, locale, version) =>
		expect(readRevisionHead(entry, readersOf(locale))).toMatchObject({ version, date: null }),
	);
});

describe('no head', () => {
	test.each([
		['Contoso Server 2012 (KB990001)', 'en-US'],
		['Windows Server 2008 is affected.', 'da-DK'],
		['Published.', 'en-US'],
		['990001', 'en-US'],
		['3 queues were added on September 16, 2008.', 'en-US'],
		['', 'zh-TW'],
	])('%j', (entry, locale) => expect(readRevisionHead(entry, readersOf(locale))).toBeNull());
});

test('places are those of version and date', () => {
	const entry = '-\u00A0V1.1 (quarta-feira, 12 de outubro de 2016): Revisto em 3 de maio de 2017.';
	const head = readRevisionHead(entry, readersOf('pt-BR'));
	expect(entry.slice(...(head?.versionAt ?? []))).toBe('V1.1');
	expect(entry.slice(...(head?.dateAt ?? []))).toBe('quarta-feira, 12 de outubro de 2016');
});

import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Advisory } from '../../src/advisory/schema.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { openIndex, type SearchIndex } from '../../src/search/open-index.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { questionOf, recordOf, softwareOf, streamOf, titled } from './invented-records.ts';

async function indexOf(...records: Advisory[]): Promise<SearchIndex> {
	const path = join(temporaryFolder(), 'a.db');
	await buildIndex(path, streamOf(...records));
	const index = openIndex(path);
	onTestFinished(() => index.close());
	return index;
}

const found = (index: SearchIndex, words: string): string[] =>
	index.search({ words }).hits.map(({ recordId }) => recordId);

describe('words', () => {
	it('must all stand in the document, in whichever of its sections', async () => {
		const index = await indexOf(
			recordOf({ id: 'MS31-001', sections: ['The spooler.', 'The mixer.'] }),
			recordOf({ id: 'MS31-002', sections: ['The spooler.'] }),
		);
		expect(found(index, 'spooler mixer')).toEqual(['ms31-001_en-us']);
		expect(found(index, 'spooler -mixer')).toEqual(['ms31-002_en-us']);
		expect(found(index, 'MS31-001 mixer')).toEqual(['ms31-001_en-us']);
	});

	it('of a phrase stand next to each other, in one paragraph', async () => {
		const index = await indexOf(
			recordOf({ id: 'MS31-001', sections: ['One kill bit.'] }),
			recordOf({ id: 'MS31-002', sections: ['They kill\n\nbit by bit.'] }),
			recordOf({ id: 'MS31-003', sections: ['A bit, then kill.'] }),
		);
		expect(found(index, '"kill bit"')).toEqual(['ms31-001_en-us']);
		expect(found(index, 'kill-bit')).toEqual(['ms31-001_en-us']);
		expect(found(index, 'kill -"kill bit"').sort()).toEqual(['ms31-002_en-us', 'ms31-003_en-us']);
	});

	it('are found from their beginning with a star only', async () => {
		const index = await indexOf(recordOf({ id: 'MS31-001', sections: ['Vulnerabilities in sp_replwrite.'] }));
		expect([found(index, 'vulnerab*').length, found(index, 'vulnerab').length]).toEqual([1, 0]);
		expect([found(index, '"in sp_repl"*').length, found(index, 'sp_repl').length]).toEqual([1, 0]);
	});

	it('are found in Chinese, Japanese and Korean by any part', async () => {
		const index = await indexOf(
			recordOf({ id: 'MS31-001', sections: ['\u3053\u306e\u8106\u5f31\u6027\u306f\u3002'] }),
			recordOf({ id: 'MS31-002', sections: ['\u5b89\u5168\u6f0f\u6d1e'] }),
			recordOf({ id: 'MS31-003', sections: ['\uc774 \ucde8\uc57d\uc810\uc740'] }),
			// the same slices, not next to each other
			recordOf({ id: 'MS31-004', sections: ['\u5f31\u6027\u3001\u8106\u5f31'] }),
		);
		expect(found(index, '\u8106\u5f31\u6027')).toEqual(['ms31-001_en-us']);
		expect(found(index, '\u6f0f\u6d1e')).toEqual(['ms31-002_en-us']);
		expect(found(index, '\ucde8\uc57d\uc810')).toEqual(['ms31-003_en-us']);
	});

	it('of a single such letter are found at the beginning, in the middle and at the end', async () => {
		const index = await indexOf(recordOf({ id: 'MS31-001', sections: ['\u5b89\u5168\u6f0f\u6d1e'] }));
		for (const letter of ['\u5b89', '\u5168', '\u6f0f', '\u6d1e']) {
			const { hits } = index.search({ words: letter });
			expect(hits.map(({ snippet }) => snippet)).toEqual([
				'\u5b89\u5168\u6f0f\u6d1e'.replace(letter, (one) => `**${one}**`),
			]);
		}
		expect(found(index, '\u5165')).toEqual([]);
	});

	it('of Chinese before words of another script are found after other letters, too', async () => {
		const index = await indexOf(
			recordOf({ id: 'MS31-001', sections: ['\u5b58\u5728Windows\u4e2d\u7684'] }),
			recordOf({ id: 'MS31-002', sections: ['\u65bcWindows\u4e2d'] }),
		);
		expect(found(index, '\u5728Windows\u4e2d')).toEqual(['ms31-001_en-us']);
	});

	it('weigh more in title and headline than in the text', async () => {
		const often = 'The spooler, a spooler, that spooler.';
		const index = await indexOf(
			recordOf({ id: 'MS31-001', headline: 'About mixers', sections: [often, 'A spooler.'] }),
			recordOf({ id: 'MS31-002', headline: 'About the spooler', sections: ['It hums.'] }),
			recordOf({ id: 'MS31-003', headline: 'About nothing', sections: ['It hums.'] }),
		);
		expect(found(index, 'spooler')).toEqual(['ms31-002_en-us', 'ms31-001_en-us']);
	});
});

describe('ids', () => {
	const kb = (id: string, role: 'page' | 'update' | 'mention') => ({
		id,
		url: `https://support.microsoft.com/kb/${id}`,
		roles: [role],
		line: 1,
	});
	const cve = (id: string) => ({ id, title: null, url: `https://www.cve.org/CVERecord?id=${id}`, line: 1 });
	const records = [
		recordOf({ id: 'MS31-001', kb: [kb('958001', 'page')], cves: [cve('CVE-2031-10001')], sections: ['KB958001'] }),
		recordOf({
			id: 'MS31-002',
			kb: [kb('958001', 'mention')],
			sections: ['See 958001, MS31-001 and again MS31-001, MS31-001.'],
		}),
		recordOf({ id: '958002', kind: 'advisory', sections: ['Of CVE-2031-10001.'] }),
		recordOf({ id: 'MS31-JAN', kind: 'summary', cves: [cve('CVE-2031-10001')], sections: ['All of January.'] }),
	];

	it.each([
		['ms31 001', ['ms31-001_en-us']],
		['KB958001', ['ms31-001_en-us']],
		['958001', ['ms31-001_en-us']],
		['958002', ['958002_en-us']],
		['ms31-jan', ['ms31-jan_en-us']],
		['CAN-2031-10001', ['ms31-001_en-us', 'ms31-jan_en-us']],
		['CVE 2031 10001', ['ms31-001_en-us', 'ms31-jan_en-us']],
		['january KB958001', []],
		['again KB958001', ['ms31-002_en-us']],
		['-MS31-001 KB958001 see', ['ms31-002_en-us']],
	])('%s goes to its documents', async (typed, expected) => {
		expect(found(await indexOf(...records), typed)).toEqual(expected);
	});

	it('that no document is about lead to those that name it', async () => {
		const index = await indexOf(...records.slice(1));
		expect(found(index, 'KB958001')).toEqual(['ms31-002_en-us']);
		expect(found(index, 'ms31-001')).toEqual(['ms31-002_en-us']);
	});
});

describe('translations', () => {
	const english = recordOf({ id: 'MS31-001', published: '2031-01-02', sections: ['The spooler stops.'] });
	const german = recordOf({
		id: 'MS31-001',
		locale: 'de-DE',
		headline: 'Der Spooler',
		sections: ['Der Spooler hinkt.'],
		affectedSoftware: [softwareOf(['Windows XP Professional x64 Edition'])],
		productFamilies: ['Windows'],
		severity: 'critical',
	});
	const other = recordOf({ id: 'MS31-002', published: '2030-05-06', locale: 'de-DE', sections: ['Ein Mischer.'] });

	it('are one hit, shown in the language that fits best', async () => {
		const index = await indexOf(english, german, other);
		expect(index.search({ words: 'spooler' })).toMatchObject({ total: 1, hits: [{ locale: 'de-DE' }] });
		expect(index.search({ words: 'stops' })).toMatchObject({ total: 1, hits: [{ locale: 'en-US' }] });
	});

	it('are shown in the language that is asked for, and listed', async () => {
		const index = await indexOf(english, german, other);
		const { total, hits } = index.search({ words: 'stops', locale: 'de', allLocales: true });
		expect(total).toBe(1);
		expect(hits[0]).toMatchObject({ locale: 'de-DE', path: 'de-DE/MS31-001.md', snippet: 'Der Spooler' });
		expect(hits[0]?.translations?.map(({ locale }) => locale)).toEqual(['de-DE', 'en-US']);
		expect(index.search({ words: 'stops', locale: 'fr' }).total).toBe(0);
		expect(index.search({ words: 'mischer', locale: 'en-us' }).total).toBe(0);
	});

	it('are found by facts that another page has', async () => {
		const index = await indexOf(english, german, other);
		for (const filter of [{ product: 'windows xp' }, { product: 'Windows' }, { severity: 'critical' as const }]) {
			expect(index.search({ words: 'stops', ...filter })).toMatchObject({ total: 1, hits: [{ locale: 'en-US' }] });
		}
		expect(index.search({ words: 'stops', product: 'Windows 2000' }).total).toBe(0);
		expect(index.search({ words: 'stops', product: 'Window' }).total).toBe(0);
	});

	it.each([
		['windows 8', ['MS31-001']],
		['Windows 8.1', ['MS31-002']],
		['WINDOWS', ['MS31-001', 'MS31-002', 'MS31-003']],
		['Microsoft Windows 8', ['MS31-001']],
		['Media Player 9', ['MS31-003']],
		['media player 9.0', ['MS31-003']],
		['Media Player', ['MS31-003']],
		['Windows XP', ['MS31-003']],
		['Server 9', []],
	])('of the product %s', async (product, expected) => {
		const player = { component: 'as printed', canonicalComponent: 'Windows Media Player 9.0' };
		const index = await indexOf(
			recordOf({ id: 'MS31-001', affectedSoftware: [softwareOf(['Windows 8 for x64-based Systems'])] }),
			recordOf({ id: 'MS31-002', affectedSoftware: [softwareOf(['Windows 8.1 for x64-based Systems'])] }),
			recordOf({ id: 'MS31-003', affectedSoftware: [{ ...softwareOf(['Windows XP Service Pack 3']), ...player }] }),
			recordOf({ id: 'MS31-004', notAffectedSoftware: [{ ...softwareOf(['Windows XP']), ...player }] }),
		);
		expect(index.search({ product, sort: 'oldest' }).hits.map(({ id }) => id)).toEqual(expected);
	});

	it('count once in facets', async () => {
		const index = await indexOf(english, german, other);
		expect(index.search({ kind: 'bulletin', facets: true }).facets).toEqual({
			kind: { bulletin: 2 },
			severity: { critical: 1 },
			impact: {},
			locale: { 'de-DE': 2, 'en-US': 1 },
			family: { Windows: 1 },
			year: { 2030: 1, 2031: 1 },
		});
	});

	it('count in facets as filters find them, by any page of a document', async () => {
		const index = await indexOf(english, german, other);
		const { facets } = index.search({ words: 'stops', facets: true });
		expect(facets).toMatchObject({ severity: { critical: 1 }, family: { Windows: 1 } });
		expect(facets?.locale).toEqual({ 'de-DE': 1, 'en-US': 1 });
		expect(index.search({ words: 'stops', severity: 'critical', locale: 'de' }).total).toBe(1);
	});

	it.each([
		[{ since: '2031' }, ['MS31-001']],
		[{ since: '2031-01', until: '2031' }, ['MS31-001']],
		[{ since: '2031', until: '2031-01' }, ['MS31-001']],
		[{ until: '2030' }, ['MS31-002']],
		[{ until: '2030-05' }, ['MS31-002']],
		[{ since: '2030-05-06', until: '2031-01-02', sort: 'oldest' as const }, ['MS31-002', 'MS31-001']],
		[{ since: '2030-05-07', until: '2031-01-01' }, []],
		[{ kind: 'bulletin' as const }, ['MS31-001', 'MS31-002']],
		[{ kind: 'summary' as const }, []],
	])('%j', async (filter, expected) => {
		const index = await indexOf(english, german, other);
		expect(index.search(filter).hits.map(({ id }) => id)).toEqual(expected);
	});
});

describe('places', () => {
	it('are the section or the question that has most of the words', async () => {
		const faq = [questionOf('Why?', 'The mixer leaks.', [1, 0], 32), questionOf('When?', 'It hums.', [1, 0], 35)];
		const index = await indexOf(
			recordOf({
				id: 'MS31-001',
				headline: 'Of the mixer',
				sections: [
					'The mixer.',
					titled('Questions', '', 30, [titled('More of it', 'Why?\nThe mixer leaks.\n\nWhen?\nIt hums.', 31)]),
				],
				faq,
			}),
		);
		const hit = (words: string) => index.search({ words }).hits[0];
		expect(hit('mixer')).toMatchObject({ line: 10, snippet: 'The **mixer**.' });
		expect(hit('mixer leaks')).toMatchObject({ line: 32, snippet: 'Why? The **mixer** **leaks**. When? It hums.' });
		expect(hit('hums')).toMatchObject({ line: 35 });
		expect(hit('more')).toMatchObject({ line: 31, snippet: '**More** of it' });
		expect(hit('bulletin')).toMatchObject({ line: 10, snippet: 'Microsoft Security **Bulletin** MS31-001' });
	});

	it('show the printed text, with marks of one\u2019s own, cut between words', async () => {
		const long = `${'Lorem ipsum dolor '.repeat(20)}Stra\u00dfe \u00c4MTER ${'sit amet '.repeat(40)}`.trim();
		const index = await indexOf(recordOf({ id: 'MS31-001', sections: [long] }));
		const { hits } = index.search({ words: 'strasse amter', marks: ['<', '>'] });
		const { snippet = '' } = hits[0] ?? {};
		expect(snippet).toMatch(/^\u2026(?:ipsum |dolor |Lorem )+<Stra\u00dfe> <\u00c4MTER> (?:sit |amet ?)+\u2026$/);
		expect(snippet.length).toBeLessThan(230);
	});
});

describe('wrong questions', () => {
	it.each([
		[{ words: '"open' }, 'a quotation mark is not closed'],
		[{ words: '!!!' }, 'no word to search for'],
		[{ kind: 'report' as 'bulletin' }, 'kind report is not known; take one of advisory'],
		[{ since: 'yesterday' }, 'since yesterday is no day'],
		[{ kb: 958644 as unknown as string }, 'kb must be a string'],
		[{ since: 2008 as unknown as string }, 'since must be a string'],
		[{ since: '2008-13' }, 'since 2008-13 is no day'],
		[{ until: '2009-02-29' }, 'until 2009-02-29 is no day'],
		[{ since: '2009', until: '2008-12' }, 'since 2009 is after until 2008-12'],
		[{ limit: -1 }, 'limit must be a whole number'],
		[{ cve: '2008' }, 'cve 2008 is none; write it as in CVE-2008-4250'],
		[{ kb: 'x' }, 'kb x is none'],
		[{ product: '?!' }, 'product ?! has no letters'],
		[{ locale: "de'; DROP TABLE advisories" }, 'is no language tag'],
	])('%j', async (options, message) => {
		const index = await indexOf(recordOf({ id: 'MS31-001' }));
		expect(() => index.search(options)).toThrow(message);
		expect(() => index.search(options)).toThrow(expect.objectContaining({ name: 'SearchError', code: 'query' }));
	});

	it.each(['NEAR(a b)', 'title:x', "a' OR 1=1", '^x', 'a AND (b', 'x%', 'NOT', '\\', '\0 x'])(
		'%s is words',
		async (words) => {
			const index = await indexOf(recordOf({ id: 'MS31-001', sections: ['x'] }));
			expect(() => index.search({ words: `x ${words}` })).not.toThrow();
		},
	);
});

import { describe, expect, it } from 'vitest';
import { coverageText } from '../../src/cli/coverage/coverage-text.ts';
import { shareText } from '../../src/cli/coverage/share-text.ts';
import { PLAIN } from '../../src/cli/screen/paint.ts';
import { reportCoverage } from '../../src/coverage/report.ts';
import { addPage, startCoverage } from '../../src/coverage/tally.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from './fake-host.ts';
import { lineOf, SAMPLE_PAGE } from './sample-page.ts';

const OTHER = SAMPLE_PAGE.replaceAll('990901', '990911')
	.replace('en-US/library', 'da-DK/library')
	.replace(/^Published: .*$/gm, '');

const FILES = {
	'in/a.md': SAMPLE_PAGE,
	'in/b.md': OTHER,
	'in/c.md': SAMPLE_PAGE.replaceAll('990901', '990921').replace('#### Executive Summary', '#### Executive  Affairs'),
	'in/none.md': 'nothing here',
};

const coverage = (...argv: string[]) => runCommand(['coverage', ...argv], { cwd: temporaryFolder(FILES) });

async function coverageJson(...argv: string[]) {
	const { code, out, err } = await coverage(...argv, '--json');
	expect([code, err]).toEqual([0, '']);
	return JSON.parse(out);
}

describe('coverage', () => {
	it('counts fields by locale and kind', async () => {
		const { pages, records, groups } = await coverageJson('in');
		expect([pages, records]).toEqual([4, 3]);
		expect(groups.map(({ locale, kind, pages: own }: Record<string, unknown>) => [locale, kind, own])).toEqual([
			['da-DK', 'advisory', 1],
			['en-US', 'advisory', 2],
		]);
		const [danish, english] = groups;
		expect(danish.fields.published).toEqual({ pages: 0, share: 0 });
		expect(english.fields.published).toEqual({ pages: 2, share: 1 });
		expect(english.fields.revisions).toEqual({ pages: 2, share: 1 });
		expect(english.fields.notAffectedSoftware).toEqual({ pages: 0, share: 0 });
		expect(english.fields).not.toHaveProperty('schema');
	});

	it('finds headings and labels that no pack knows, with a place each', async () => {
		const { unknownHeadings, unknownLabels } = await coverageJson('in');
		expect(unknownHeadings).toMatchObject({ distinct: 3, count: 4 });
		expect(unknownHeadings.words[0]).toEqual({
			text: 'Odd Matters',
			locale: 'en-US',
			under: null,
			count: 2,
			pages: 2,
			example: { path: 'a.md', line: lineOf('### Odd Matters') },
		});
		expect(unknownHeadings.words.map(({ text }: { text: string }) => text)).toContain('Executive Affairs');
		// a remark is known, a question is no label
		expect([...new Set(unknownLabels.words.map(({ text }: { text: string }) => text))]).toEqual(['Who is hit']);
		expect(unknownLabels.words.map(({ under }: { under: string }) => under)).toContain('other');
		const examples = unknownLabels.words.map(({ example }: { example: object }) => example);
		expect(examples).toContainEqual({ path: 'a.md', line: lineOf('**Who is hit') });
	});

	it('tells where text stands that only sections have', async () => {
		const { text, sections } = await coverageJson('in/a.md');
		const other = sections.find(({ kind }: { kind: string }) => kind === 'other');
		expect(other).toMatchObject({
			letters: 'Wordsthatnofieldisreadfrom'.length,
			claimed: 0,
			unclaimedShare: 1,
			example: { path: 'in/a.md', line: lineOf('### Odd Matters') },
		});
		const faq = sections.find(({ kind }: { kind: string }) => kind === 'faq');
		expect(faq).toMatchObject({ letters: 'WhatisthisaboutItisaboutagateway'.length, unclaimedShare: 0 });
		expect(text.letters).toBe(sections.reduce((sum: number, { letters }: { letters: number }) => sum + letters, 0));
		expect(text.claimed).toBeLessThan(text.letters);
	});

	it('lists rejects by rule', async () => {
		expect((await coverageJson('in')).rejects).toEqual([{ rule: 'not-an-advisory', pages: 1, example: 'none.md' }]);
	});

	it('filters by locale and kind, and cuts lists', async () => {
		const danish = await coverageJson('in', '--locale', 'da-dk');
		expect(danish.groups.map(({ locale }: { locale: string }) => locale)).toEqual(['da-DK']);
		expect(danish.unknownHeadings.words.map(({ locale }: { locale: string }) => locale)).toEqual(['da-DK']);
		expect((await coverageJson('in', '--kind', 'bulletin')).records).toBe(0);
		const both = await coverageJson('in', '--locale', 'da-DK', '--locale', 'en-US', '--limit', '1');
		expect(both.records).toBe(3);
		expect(both.unknownHeadings).toMatchObject({ distinct: 3, words: [{ text: 'Odd Matters' }] });
	});

	it('lays tables out for the screen', async () => {
		const { code, out, err } = await coverage('in', '--limit', '1');
		expect([code, err]).toEqual([0, '']);
		expect(out).toMatch(
			/^4 pages: 3 records, 1 reject\n\nFields of kind advisory, % of pages\n {2}field +da-DK +en-US\n/,
		);
		expect(out).toMatch(/^ {2}published +- +100$/m);
		expect(out).toMatch(/^Unknown headings: 3 different, 4 times$/m);
		expect(out).toMatch(/^ {2}Odd Matters +en-US +2 +2 +a\.md:\d+\n {2}\.\.\. 2 more; --limit/m);
		expect(out).toMatch(/^ {2}not-an-advisory +1 +none\.md$/m);
	});

	it('breaks many locales into tables that fit', () => {
		const tally = startCoverage();
		const blank = { path: 'a.md', kind: 'advisory', filled: [], headings: [], labels: [], ratings: [] } as const;
		for (let index = 10; index < 28; index += 1)
			addPage(tally, { ...blank, locale: `aa-${index}`, moreRatings: 0, sections: [] });
		const text = coverageText(reportCoverage(tally, 20), PLAIN, 60);
		expect(text.match(/^ {2}field .*$/gm)).toHaveLength(4);
		expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
		for (let index = 10; index < 28; index += 1) expect(text).toContain(`aa-${index}`);
	});

	it.each([
		[[], 2, 'name the files or folders to measure'],
		[['in', '--kind', 'bulletins'], 2, '--kind bulletins is not known; take advisory, bulletin, '],
		[['in', '--limit', 'all'], 2, '--limit all is no number'],
		[['in', '--locale', 'x!'], 2, '--locale x! is no language tag'],
		[['nowhere'], 1, 'no such file or folder: nowhere; check the name'],
	])('%j ends with %i', async (argv, expected, message) => {
		const { code, out, err } = await coverage(...argv);
		expect(err).toContain(message);
		expect([code, out]).toEqual([expected, '']);
	});
});

describe('shares', () => {
	it.each([
		[0, 3, '-'],
		[3, 3, '100'],
		[1, 3, '33.3'],
		[9999, 10_000, '99.9'],
		[1, 100_000, '0.1'],
		[0, 0, '-'],
	])('%i of %i is %s', (part, whole, text) => {
		expect(shareText(part, whole)).toBe(text);
	});
});

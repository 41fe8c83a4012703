import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { recordOf } from '../search/invented-records.ts';
import { runCommand } from './fake-host.ts';

const RECORDS = [
	recordOf({
		id: 'MS31-001',
		headline: 'The spooler stops',
		severity: 'critical',
		sections: ['Print \u6f0f\u6d1e now.'],
	}),
	recordOf({ id: 'MS31-002', headline: 'The mixer leaks', severity: 'low', sections: ['The spooler hums.'] }),
];

async function indexed() {
	const cwd = temporaryFolder({ 'r.ndjson': RECORDS.map((record) => `${JSON.stringify(record)}\n`).join('') });
	const { code, out, err } = await runCommand(['index', 'r.ndjson'], { cwd });
	return { cwd, code, out, err };
}

describe('index', () => {
	it('says what it did, each time', async () => {
		const { cwd, code, out, err } = await indexed();
		expect([code, out]).toEqual([0, '']);
		expect(err).toMatch(
			/^advisories\.db: 2 pages \(2 added, 0 changed, 0 removed, 0 unchanged\), 0 rejects; [\d.]+ kB in \d\.\d s\n$/,
		);
		const again = await runCommand(['index', 'r.ndjson', '--quiet', '--json'], { cwd });
		expect(again.err).toBe('');
		expect(JSON.parse(again.out)).toEqual({
			added: 0,
			changed: 0,
			removed: 0,
			unchanged: 2,
			kept: 0,
			rejects: 0,
			failed: 0,
		});
	});

	it.each([
		[['--workers', '0'], 'option "workers" must be a whole number from 1'],
		[['--workers', 'all'], '--workers all is no whole number of threads'],
		[['--engine', 'unified', '--workers', '2'], '--engine reads in one thread; leave out --workers'],
	])('%j is wrong usage', async (argv, message) => {
		const { cwd } = await indexed();
		const { code, err } = await runCommand(['index', 'r.ndjson', ...argv], { cwd });
		expect([code, err]).toEqual([2, expect.stringContaining(message)]);
	});

	it.each([
		[['nowhere'], 'no such file or folder: nowhere'],
		[['r.ndjson', '--db', 'r.md'], 'r.md is no index of technet-advisory'],
		[['r.ndjson', '--db', 'no/a.db'], 'no for the index; make it first'],
		[['r.ndjson', '--db', '.'], 'is a folder; name a file'],
	])('%j could not run', async (argv, message) => {
		const { cwd } = await indexed();
		writeFileSync(join(cwd, 'r.md'), 'words');
		const { code, err } = await runCommand(['index', ...argv], { cwd });
		expect([code, err]).toEqual([1, expect.stringContaining(message)]);
		expect(readFileSync(join(cwd, 'r.md'), 'utf8')).toBe('words');
	});
});

describe('search', () => {
	it('shows hits, best first, with their places', async () => {
		const { cwd } = await indexed();
		const { code, out, err } = await runCommand(['search', 'SPOOLER'], { cwd });
		expect([code, err]).toEqual([0, '']);
		expect(out).toBe(`MS31-001  en-US  no date
  The **spooler** stops
  en-US/MS31-001.md:10

MS31-002  en-US  no date
  The mixer leaks
  The **spooler** hums.
  en-US/MS31-002.md:10

2 documents
`);
	});

	it('marks words by colour on a terminal, as wide as they are', async () => {
		const { cwd } = await indexed();
		const { out } = await runCommand(['search', '\u6f0f\u6d1e'], { cwd, stdout: { isTTY: true, columns: 80 } });
		expect(out).toContain('Print \u001b[33m\u6f0f\u6d1e\u001b[39m now.');
		expect(out).not.toMatch(/[\ue000\ue001*]/);
	});

	it('gives the result of the library as JSON', async () => {
		const { cwd } = await indexed();
		const { out } = await runCommand(['search', 'spooler', '--severity', 'low', '--json', '--facets'], { cwd });
		expect(JSON.parse(out)).toEqual({
			total: 1,
			hits: [
				{
					id: 'MS31-002',
					recordId: 'ms31-002_en-us',
					locale: 'en-US',
					title: 'Microsoft Security Bulletin MS31-002',
					headline: 'The mixer leaks',
					published: null,
					path: 'en-US/MS31-002.md',
					line: 10,
					snippet: 'The **spooler** hums.',
					score: expect.any(Number),
				},
			],
			facets: { kind: { bulletin: 1 }, severity: { low: 1 }, impact: {}, locale: { 'en-US': 1 }, family: {}, year: {} },
		});
	});

	it('takes words with a minus, before and after flags', async () => {
		const { cwd } = await indexed();
		for (const argv of [
			['spooler', '-mixer', '--limit', '5'],
			['--limit', '5', '--', 'spooler', '-mixer'],
		]) {
			const { out } = await runCommand(['search', ...argv], { cwd });
			expect(out).toMatch(/^MS31-001 /);
			expect(out).toMatch(/\n1 document\n$/);
		}
	});

	it('tells how many there are beside those that are shown, and finds by filters alone', async () => {
		const { cwd } = await indexed();
		expect((await runCommand(['search', '--kind', 'bulletin', '--limit', '1'], { cwd })).out).toMatch(
			/\n2 documents, 1 shown\n$/,
		);
		expect((await runCommand(['search', 'nowhere'], { cwd })).out).toBe('0 documents\n');
	});

	it.each([
		[['"spooler'], 2, 'a quotation mark is not closed: "spooler'],
		[['spooler', '--severity', 'kritisch'], 2, 'severity kritisch is not known; take one of critical'],
		[['', '--kind', 'bulletin'], 2, 'a word is empty'],
		[['spooler', '--db', '.'], 1, 'is a folder; name a file'],
		[['spooler', '--db', 'none.db'], 1, 'there is no index'],
		[['spooler', '--db', 'r.ndjson'], 1, 'r.ndjson is no index of technet-advisory'],
	])('%j ends with %i and says why', async (argv, expected, message) => {
		const { cwd } = await indexed();
		const { code, out, err } = await runCommand(['search', ...argv], { cwd });
		expect([code, out]).toEqual([expected, '']);
		expect(err).toContain(message);
	});
});

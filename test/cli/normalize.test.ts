import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { readLines, runCommand } from './fake-host.ts';

const PACK = new URL('../../src/locales/cs-CZ.json', import.meta.url);
const PAGES = { 'in/b.md': 'B', 'in/a.md': '!index-page', 'in/c.md': 'C\nsecond', 'in/d/e.html': '!not-an-advisory' };

describe('normalize', () => {
	it('writes records to stdout and one line about the run to stderr', async () => {
		const cwd = temporaryFolder(PAGES);
		const { code, out, err } = await runCommand(['normalize', 'in'], { cwd });
		expect(code).toBe(0);
		expect(readLines(out).map(({ id, source }) => [id, (source as { path: string }).path])).toEqual([
			['B', 'b.md'],
			['C', 'c.md'],
		]);
		expect(err).toMatch(
			/^4 files: 2 records, 2 rejects \(index-page 1, not-an-advisory 1\), 1 diagnostic; 0\.0 kB in \d\.\d s\n$/,
		);
	});

	it('writes three files in the order of the input', async () => {
		const cwd = temporaryFolder(PAGES);
		const files = ['--out', 'o.ndjson', '--rejects', 'r.ndjson', '--diagnostics', 'd.ndjson'];
		const { code, out } = await runCommand(['normalize', 'in/d', 'in/c.md', 'in', ...files], { cwd });
		expect([code, out]).toEqual([0, '']);
		const read = (file: string) => readLines(readFileSync(join(cwd, file), 'utf8'));
		expect(read('o.ndjson').map(({ id }) => id)).toEqual(['C', 'B', 'C']);
		expect(read('r.ndjson').map(({ path, reject }) => [path, reject])).toEqual([
			['in/d/e.html', 'not-an-advisory'],
			['in/a.md', 'index-page'],
			['in/d/e.html', 'not-an-advisory'],
		]);
		expect(read('d.ndjson').map(({ path, key, diagnostics }) => [path, key, (diagnostics as []).length])).toEqual([
			['in/c.md', 'C_key', 1],
			['in/b.md', 'B_key', 0],
			['in/c.md', 'C_key', 1],
		]);
		expect(readdirSync(cwd).sort()).toEqual(['d.ndjson', 'in', 'o.ndjson', 'o.ndjson.manifest.json', 'r.ndjson']);
	});

	it('reads a named file whatever its extension, and an odd name after --', async () => {
		const cwd = temporaryFolder({ 'page.txt': 'A', '-b.md': 'B' });
		const { out } = await runCommand(['normalize', 'page.txt', '--', '-b.md'], { cwd });
		expect(readLines(out).map(({ id }) => id)).toEqual(['A', 'B']);
	});

	it('hands the locale on, well cased', async () => {
		const cwd = temporaryFolder(PAGES);
		const { out } = await runCommand(['normalize', 'in/b.md', '--locale', 'CS-cz', '--engine', 'unified'], { cwd });
		expect(readLines(out)[0]?.locale).toBe('cs-CZ');
	});

	it.each([
		['!index-page', 0],
		['!not-an-advisory', 0],
		['!empty-page', 3],
		['A', 0],
	])('--strict with a page %s ends with %i, its files whole', async (page, expected) => {
		const cwd = temporaryFolder({ 'a.md': page, 'b.md': 'B' });
		const argv = ['normalize', '.', '--out', 'o.ndjson'];
		expect((await runCommand([...argv, '--strict'], { cwd })).code).toBe(expected);
		expect(readLines(readFileSync(join(cwd, 'o.ndjson'), 'utf8')).at(-1)?.id).toBe('B');
		expect((await runCommand(argv, { cwd })).code).toBe(0);
	});

	it.each([
		[['nowhere'], 'no such file or folder: nowhere; check the name'],
		[['in', '--out', 'no/o.ndjson'], 'o.ndjson: its folder does not exist; make it first'],
		[['in', '--out', 'o.ndjson', '--rejects', 'in/d'], 'is a folder; name a file'],
		[['in', '--pack', 'nowhere.json'], 'cannot read the pack nowhere.json: ENOENT'],
		[['in', '--pack', 'in/b.md'], 'cannot use the pack in/b.md: Unexpected token'],
	])('%j could not run, and leaves nothing behind', async (argv, message) => {
		const cwd = temporaryFolder(PAGES);
		const { code, out, err } = await runCommand(['normalize', ...argv], { cwd });
		expect(err).toContain(message);
		expect([code, out]).toEqual([1, '']);
		expect(readdirSync(cwd)).toEqual(['in']);
	});

	it('rejects a page on which the parser itself breaks, and goes on', async () => {
		const cwd = temporaryFolder({ 'a.md': 'A', 'b.md': '?', 'c.md': 'C' });
		const { code, out } = await runCommand(['normalize', '.', '--rejects', 'r.ndjson'], { cwd });
		expect(code).toBe(0);
		expect(readLines(out).map(({ id }) => id)).toEqual(['A', 'C']);
		const rejects = readLines(readFileSync(join(cwd, 'r.ndjson'), 'utf8'));
		expect(rejects).toMatchObject([
			{ path: 'b.md', reject: 'worker-died', diagnostics: [{ severity: 'error', actual: 'the parser broke' }] },
		]);
	});

	it('rejects pages that take all memory or end their thread, each with its rule, and no other', async () => {
		const cwd = temporaryFolder({ 'a.md': 'A', 'c.md': 'memory', 'd.md': 'exit', 'e.md': 'E' });
		const limits = ['--workers', '2', '--worker-memory', '64'];
		const { code, err } = await runCommand(['normalize', '.', '--out', 'o', ...limits], {
			cwd,
			pageWorker: new URL('../archive-run/stand-in-worker.js', import.meta.url),
		});
		expect(code).toBe(0);
		expect(err).toMatch(/^4 files: 2 records, 2 rejects \(page-memory 1, worker-died 1\), /);
		const read = (file: string) => readLines(readFileSync(join(cwd, file), 'utf8'));
		expect(read('o').map(({ id }) => id)).toEqual(['A', 'E']);
		expect(read('o.rejects.ndjson').map(({ path, reject }) => [path, reject])).toEqual([
			['c.md', 'page-memory'],
			['d.md', 'worker-died'],
		]);
	});

	it('rejects a page that hangs, and no other', async () => {
		const cwd = temporaryFolder({ 'a.md': 'A', 'b.md': 'hang', 'c.md': 'C' });
		const { code, out, err } = await runCommand(['normalize', '.', '--workers', '2', '--page-timeout', '4.5'], {
			cwd,
			pageWorker: new URL('../archive-run/stand-in-worker.js', import.meta.url),
		});
		expect(code).toBe(0);
		expect(err).toMatch(/^3 files: 2 records, 1 reject \(page-timeout 1\), /);
		expect(readLines(out).map(({ id }) => id)).toEqual(['A', 'C']);
	});

	it.each([
		['--workers', '0', 'option "workers" must be a whole number from 1'],
		['--workers', 'all', '--workers all is no whole number of threads'],
		['--workers', '1.4', '--workers 1.4 is no whole number of threads'],
		['--worker-memory', '99.5', '--worker-memory 99.5 is no whole number of MB'],
		['--page-timeout', '0', 'option "pageTimeout" must be'],
		['--page-timeout', '9999999', 'option "pageTimeout" must be'],
		['--worker-memory', '63', 'option "workerMemory" must be a whole number of MB from 64'],
	])('%s %s is wrong usage', async (flag, value, message) => {
		const { code, err } = await runCommand(['normalize', 'in', flag, value], { cwd: temporaryFolder(PAGES) });
		expect(code).toBe(2);
		expect(err).toContain(message);
	});

	it.each([
		[['--diagnostics', 'o.rejects.ndjson'], 'o.rejects.ndjson would be written over o.rejects.ndjson'],
		[['--diagnostics', 'o.partial'], 'o.partial would be written over o; name another file'],
		[['--rejects', 'o.partial.rest'], 'o.partial.rest would be written over o; name another file'],
		[['--rejects', 'o.manifest.json'], 'o.manifest.json would be written over the manifest of o'],
		[['--rejects', 'link'], 'link would be written over o; name another file'],
	])('%j beside --out o is wrong usage', async (flags, message) => {
		const cwd = temporaryFolder({ ...PAGES, o: 'old' });
		symlinkSync('o', join(cwd, 'link'));
		const { code, err } = await runCommand(['normalize', 'in', '--out', 'o', ...flags], { cwd });
		expect(err).toContain(message);
		expect(code).toBe(2);
		expect(readFileSync(join(cwd, 'o'), 'utf8')).toBe('old');
		expect(readdirSync(cwd).sort()).toEqual(['in', 'link', 'o']);
	});

	it.each([
		[['in', '--out', 'to-in/new.ndjson', '--rejects', 'in/new.ndjson'], 'would be written over to-in/new.ndjson'],
		[['in', '--out', 'p', '--rejects', 'real/q', '--diagnostics', 'folder/q'], 'would be written over real/q'],
		[['in', '--out', 'to-in/o', '--rejects', 'in/o.manifest.json'], 'written over the manifest of to-in/o'],
		[['in/a.md', '--out', 'to-a'], 'to-a would be written over in/a.md, which is to be read'],
		[['to-a', '--out', 'to-in/a.md'], 'to-in/a.md would be written over to-a, which is to be read'],
		[['x.tar.partial', '--out', 'x.tar'], 'x.tar would be written over x.tar.partial, which is to be read'],
		[['--files-from', 'list', '--out', 'folder/../list'], '--out folder/../list is to be read'],
		[['--files-from', 'list', '--out', 'to-list'], 'to-list would be written over list, which is to be read'],
		[['in', '--pack', 'pack.json', '--out', 'to-pack'], 'to-pack would be written over pack.json, which is to be read'],
		[['in', '--out', 'in/a.md'], 'in/a.md would be a page of in; name another file'],
		[['in', '--out', 'p', '--rejects', 'to-in/deep/new.html'], 'deep/new.html would be a page of in; name another'],
	])('%j is wrong usage, by whatever name a file is called', async (argv, message) => {
		const files = { 'in/a.md': 'A', 'in/deep/b.md': 'B', 'real/q': 'q', list: 'in\n', 'x.tar.partial': '' };
		const cwd = temporaryFolder({ ...files, 'pack.json': readFileSync(PACK) });
		for (const [link, target] of Object.entries({
			'to-in': 'in',
			folder: 'real',
			'to-a': 'in/a.md',
			'to-list': 'list',
			'to-pack': 'pack.json',
		})) {
			symlinkSync(target, join(cwd, link));
		}
		const before = readdirSync(cwd, { recursive: true }).sort();
		const { code, err } = await runCommand(['normalize', ...argv], { cwd });
		expect(err).toContain(message);
		expect(code).toBe(2);
		expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
		expect(readFileSync(join(cwd, 'in/a.md'), 'utf8')).toBe('A');
	});

	it('writes into a folder that it reads what is no page of it', async () => {
		const cwd = temporaryFolder({ 'in/a.md': 'A' });
		for (const time of [1, 2]) {
			const { code, err } = await runCommand(['normalize', 'in', '--out', 'in/o.ndjson'], { cwd });
			expect([time, code, err]).toEqual([time, 0, expect.stringMatching(/^1 file: /)]);
		}
	});

	it('ends quietly when the reader of its records is gone', async () => {
		const cwd = temporaryFolder({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C', 'x/r.md': '!empty-page' });
		const { code, out, err } = await runCommand(['normalize', '.', '--rejects', 'r.ndjson'], {
			cwd,
			stdout: { closesAfter: 1 },
		});
		expect([code, err]).toEqual([0, '']);
		expect(readLines(out).map(({ id }) => id)).toEqual(['A']);
		expect(readdirSync(cwd).sort()).toEqual(['a.md', 'b.md', 'c.md', 'x']);
	});
});

describe('what a run tells of itself', () => {
	const argv = ['normalize', '.', '--out', 'o.ndjson'];
	const pages = { 'a.md': 'A', 'b.md': 'A', 'c.md': '!empty-page' };

	it('is a bar and a table on a terminal', async () => {
		const cwd = temporaryFolder(pages);
		const { err } = await runCommand(argv, { cwd, stderr: { isTTY: true, columns: 80 } });
		const drawn = err.split('\r\u001b[K');
		expect(drawn[1]).toMatch(/^\[======> {13}\] 1\/3 pages, /);
		expect(drawn[3]).toMatch(/^\[={20}\] 3\/3 pages, .*1 rejects$/);
		expect(drawn[4]).toMatch(/^documents +1 {2}advisory 2$/m);
		expect(drawn[4]).toMatch(/^languages +1 {2}zh-TW 2$/m);
		expect(drawn[4]).toMatch(/^records +2 {2}o\.ndjson$/m);
		expect(drawn[4]).toMatch(/^rejects +1 {2}empty-page 1; o\.ndjson\.rejects\.ndjson$/m);
	});

	it('has no bar where the records go to a terminal too', async () => {
		const cwd = temporaryFolder(pages);
		const terminal = { isTTY: true, columns: 80 };
		const { err } = await runCommand(['normalize', '.'], { cwd, stdout: terminal, stderr: terminal });
		expect(err).not.toContain('\r');
	});

	it('has no control characters elsewhere, and is a table where one is asked for', async () => {
		const cwd = temporaryFolder(pages);
		expect((await runCommand(argv, { cwd })).err).toMatch(/^3 files: [\x20-\x7e]*\n$/);
		expect((await runCommand([...argv, '--summary'], { cwd })).err).toMatch(/^records +2 {2}o\.ndjson$/m);
	});

	it('is nothing when it is to be quiet', async () => {
		const cwd = temporaryFolder(pages);
		expect((await runCommand([...argv, '--quiet'], { cwd, stderr: { isTTY: true } })).err).toBe('');
	});
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTarGz, makeZip } from '../archive-sources/make-archive.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { readLines, runCommand } from './fake-host.ts';

const record = (path: string, content: string): string => `${JSON.stringify({ path, content })}\n`;

describe('normalize of archives', () => {
	const members = [
		{ name: 'c/b.md', content: 'B' },
		{ name: 'a.md', content: 'A' },
		{ name: 'c/a.md', content: '!index-page' },
	];

	it('writes the same as of the folder', async () => {
		const cwd = temporaryFolder({
			...Object.fromEntries(members.map(({ name, content }) => [`folder/${name}`, content])),
			'x.tgz': await makeTarGz(members),
			'x.zip': makeZip(members),
		});
		const outputs: string[] = [];
		for (const name of ['folder', 'x.tgz', 'x.zip']) {
			const files = ['--rejects', 'r.ndjson', '--diagnostics', 'd.ndjson'];
			const { code, out } = await runCommand(['normalize', name, ...files], { cwd });
			const read = (file: string) => readFileSync(join(cwd, file), 'utf8');
			outputs.push(JSON.stringify([code, out, read('r.ndjson'), read('d.ndjson')]));
		}
		expect(outputs[0]).toContain('A_key');
		expect(outputs[1]).toBe(outputs[0]);
		expect(outputs[2]).toBe(outputs[0]);
	});

	it('rejects a damaged archive by its name, and counts it as lost', async () => {
		const cwd = temporaryFolder({ 'x.zip': makeZip(members).subarray(0, 100) });
		const { code, err } = await runCommand(['normalize', 'x.zip', '--rejects', 'r.ndjson', '--strict'], { cwd });
		expect(code).toBe(3);
		expect(err).toContain('1 reject (unreadable 1)');
		expect(readLines(readFileSync(join(cwd, 'r.ndjson'), 'utf8'))).toMatchObject([
			{ path: 'x.zip', reject: 'unreadable' },
		]);
	});

	it('shows a bar that knows the number of pages', async () => {
		const cwd = temporaryFolder({ 'x.tgz': await makeTarGz(members) });
		const argv = ['normalize', 'x.tgz', '--out', 'o.ndjson'];
		const { err } = await runCommand(argv, { cwd, stderr: { isTTY: true, columns: 80 } });
		expect(err).toContain('1/3 pages');
	});
});

describe('--files-from', () => {
	const files = { 'a.md': 'A', 'b/b.md': 'B', 'list.txt': 'b/b.md\r\ngone.md\r\na.md\r\n' };

	it('reads what the list names, and rejects what is missing', async () => {
		const cwd = temporaryFolder(files);
		const argv = ['normalize', '--rejects', 'r.ndjson', '--files-from'];
		for (const [list, stdin] of [
			['list.txt', []],
			['-', ['b/b.', 'md\ngone.md\na', '.md']],
		] as const) {
			const { code, out } = await runCommand([...argv, list], { cwd, stdin });
			expect(code).toBe(0);
			expect(readLines(out).map(({ id, source }) => [id, (source as { path: string }).path])).toEqual([
				['B', 'b/b.md'],
				['A', 'a.md'],
			]);
			expect(readLines(readFileSync(join(cwd, 'r.ndjson'), 'utf8'))).toMatchObject([
				{
					path: 'gone.md',
					reject: 'unreadable',
					diagnostics: [
						{
							actual: 'ENOENT',
							message: `The file could not be read: ENOENT, line 2 of ${list === '-' ? 'stdin' : list}.`,
						},
					],
				},
			]);
		}
	});

	it('could not run without the list', async () => {
		const { code, err } = await runCommand(['normalize', '--files-from', 'no.txt'], { cwd: temporaryFolder() });
		expect([code, err]).toEqual([1, expect.stringContaining('cannot read the list no.txt: ENOENT; check the name')]);
	});
});

describe('--stdin-records', () => {
	const argv = ['normalize', '--stdin-records'];

	it('gives one line for each line, in order, rejects too', async () => {
		const stdin = [
			record('a.md', 'A'),
			'{"path": "torn\n',
			record('b.md', '!index-page'),
			`\n${record('c.md', 'C\nsecond')}`,
			'{"path": "d.md"}',
		];
		const { code, out, err } = await runCommand(argv, { stdin });
		expect(code).toBe(0);
		const lines = readLines(out);
		expect(lines.map(({ id, path, reject }) => [id, path, reject])).toEqual([
			['A', undefined, undefined],
			[undefined, null, 'unreadable'],
			[undefined, 'b.md', 'index-page'],
			[undefined, null, 'unreadable'],
			['C', undefined, undefined],
			[undefined, 'd.md', 'unreadable'],
		]);
		expect(Object.keys(lines[1] ?? {})).toEqual(['path', 'reject', 'diagnostics']);
		expect(lines[1]?.diagnostics).toMatchObject([
			{ rule: 'unreadable', severity: 'error', message: 'The file could not be read: line 2 is not JSON.' },
		]);
		expect(err).toContain('6 files: 2 records, 4 rejects');
	});

	it('writes them to --out, too', async () => {
		const cwd = temporaryFolder();
		const stdin = [record('b.md', '!empty-page'), record('a.md', 'A')];
		expect((await runCommand([...argv, '--out', 'o.ndjson', '--strict'], { cwd, stdin })).code).toBe(3);
		const lines = readLines(readFileSync(join(cwd, 'o.ndjson'), 'utf8'));
		expect(lines.map(({ key, reject }) => key ?? reject)).toEqual(['empty-page', 'A_key']);
	});

	it('writes nothing where nothing comes in', async () => {
		expect(await runCommand([...argv, '--quiet'], {})).toEqual({ code: 0, out: '', err: '' });
	});
});

describe('wrong usage', () => {
	it.each([
		[['--stdin-records', '--files-from', '-'], '--files-from and --stdin-records exclude each other'],
		[['a.md', '--stdin-records'], '--stdin-records says what to read; a.md cannot be named beside it'],
		[['a.md', '--files-from', 'l'], '--files-from says what to read; a.md cannot be named beside it'],
		[['--stdin-records', '--rejects', 'r'], '--rejects and --stdin-records exclude each other'],
		[['--files-from', 'list', '--out', 'list'], '--out list is to be read; name another file'],
		[['--files-from', ''], '--files-from needs a value'],
		[['a.md', '--max-links', '0'], '--max-links 0 is no whole number above 0'],
		[['a.md', '--max-bytes', '1e9'], '--max-bytes 1e9 is no whole number above 0'],
		[['a.md', '--max-bytes', '16MB'], '--max-bytes 16MB is no whole number above 0'],
	])('%j', async (argv, message) => {
		const { code, out, err } = await runCommand(['normalize', ...argv], { cwd: temporaryFolder() });
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain(message);
	});
});

describe('limits', () => {
	it('are flags', async () => {
		const cwd = temporaryFolder({ 'a.md': '12345', 'b.md': '123456' });
		const argv = ['normalize', '.', '--max-bytes', '5', '--rejects', 'r.ndjson'];
		expect(readLines((await runCommand(argv, { cwd })).out).map(({ id }) => id)).toEqual(['12345']);
		expect(readLines(readFileSync(join(cwd, 'r.ndjson'), 'utf8'))).toMatchObject([
			{ path: 'b.md', reject: 'too-large', diagnostics: [{ actual: '6', expected: 'at most 5' }] },
		]);
	});

	it('stand in the help with their defaults', async () => {
		const { out } = await runCommand(['normalize', '--help'], {});
		for (const text of ['--max-bytes N', '(16777216)', '--max-nesting N', '(500)', '--max-front-matter N', '(4096)']) {
			expect(out).toContain(text);
		}
	});
});

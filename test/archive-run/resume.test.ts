import {
	appendFileSync,
	existsSync,
	promises as fs,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { readLines, runCommand } from '../cli/fake-host.ts';
import { ARGV, normalize, OUTPUTS, outputs, outputsLeft, PAGES, undisturbed } from './run-command.ts';

/** Files that this process has open. */
const openFiles = () =>
	readdirSync('/proc/self/fd').flatMap((fd) => {
		try {
			return [readlinkSync(`/proc/self/fd/${fd}`)];
		} catch {
			return [];
		}
	});

describe('--resume', () => {
	it.each(['a', 'b', 'c', 'd', 'f', 'g', 'h'])('after a stop at page %s reads only what comes behind', async (page) => {
		const cwd = temporaryFolder(PAGES);
		const stopped = await normalize(cwd, ARGV, `${page}.md`);
		expect(stopped.code).toBe(143);
		expect(stopped.err).toMatch(
			/^technet-advisory: stopped by SIGTERM after \d pages?; what was done is kept in o\.partial, the same command with --resume goes on\n$/,
		);
		expect(outputsLeft(cwd)).toEqual(['d.partial', 'o.manifest.json', 'o.partial', 'r.partial']);
		const resumed = await normalize(cwd, [...ARGV, '--resume']);
		expect(stopped.read + resumed.read).toBe('abcdefgh');
		expect(resumed.err).toContain(`${stopped.read.length} page${page === 'a' ? '' : 's'} reused`);
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
		expect(outputsLeft(cwd)).toEqual([...OUTPUTS].sort());
	});

	it('cuts off torn lines, and reads their pages again', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		const length = readFileSync(join(cwd, 'o.partial')).length;
		truncateSync(join(cwd, 'o.partial'), length - 1);
		appendFileSync(join(cwd, 'r.partial'), '{"path":"x');
		const { read } = await normalize(cwd, [...ARGV, '--resume']);
		expect(read).toBe('efgh');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
	});

	it('does not take a record whose diagnostics are lost', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'f.md');
		const notes = readFileSync(join(cwd, 'd.partial'), 'utf8').split('\n');
		writeFileSync(join(cwd, 'd.partial'), `${notes.slice(0, 2).join('\n')}\n`);
		expect((await normalize(cwd, [...ARGV, '--resume'])).read).toBe('defgh');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
	});

	it.each([
		['changed', { 'in/b.md': 'B2' }, [], 'bgh'],
		['new', { 'in/aa.md': 'AA', 'in/0.md': '!index-page' }, [], '0aagh'],
		['gone', {}, ['b', 'd'], 'gh'],
		['changed, new and gone', { 'in/0.md': '0', 'in/c.md': 'C' }, ['a', 'e', 'h'], '0cg'],
	])('where pages are %s, it reads these and no other', async (_, written, removed, expected) => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'f.md');
		const pages: Record<string, string> = { ...PAGES, ...written };
		for (const [path, text] of Object.entries(written)) writeFileSync(join(cwd, path), text);
		for (const name of removed) {
			rmSync(join(cwd, `in/${name}.md`));
			delete pages[`in/${name}.md`];
		}
		// stopped once more where the order of the pages is another than in what was left
		const again = await normalize(cwd, [...ARGV, '--resume'], `${expected.slice(0, 1)}.md`);
		if (again.code !== 0) {
			const [records] = await undisturbed(pages, ['o']);
			expect(records?.startsWith(readFileSync(join(cwd, 'o.partial'), 'utf8'))).toBe(true);
		}
		const last = again.code === 0 ? { read: '' } : await normalize(cwd, [...ARGV, '--resume']);
		expect(again.read + last.read).toBe(expected);
		expect(outputs(cwd)).toEqual(await undisturbed(pages));
		expect(outputsLeft(cwd)).toEqual([...OUTPUTS].sort());
	});

	it('knows a page that is named twice', async () => {
		const argv = ['normalize', 'in/d.md', 'in/c.md', 'in', '--out', 'o', '--rejects', 'r', '--diagnostics', 'd'];
		const cwd = temporaryFolder(PAGES);
		const first = await normalize(cwd, argv, 'in/d.md');
		expect(first.read).toBe('d');
		await normalize(cwd, [...argv, '--resume'], 'in/e.md');
		await normalize(cwd, [...argv, '--resume']);
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES, OUTPUTS, argv));
	});

	it('moves into place what was whole and not moved', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV);
		const whole = outputs(cwd);
		const manifest = JSON.parse(readFileSync(join(cwd, 'o.manifest.json'), 'utf8'));
		writeFileSync(join(cwd, 'o.manifest.json'), JSON.stringify({ ...manifest, state: 'sealed' }));
		for (const name of ['r', 'd']) renameSync(join(cwd, name), join(cwd, `${name}.partial`));
		expect((await normalize(cwd, [...ARGV, '--resume'])).read).toBe('');
		expect(outputs(cwd)).toEqual(whole);
		expect(outputsLeft(cwd)).toEqual([...OUTPUTS].sort());
	});

	it('begins where nothing was left, and says so', async () => {
		const cwd = temporaryFolder(PAGES);
		const { code, err, read } = await normalize(cwd, [...ARGV, '--resume']);
		expect([code, read]).toEqual([0, 'abcdefgh']);
		expect(err).toContain('; nothing was left to resume');
	});

	it('refuses where its companions would go to other files', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		const { code, err } = await normalize(cwd, ['normalize', 'in', '--out', 'o', '--rejects', 'r', '--resume']);
		expect(code).toBe(1);
		expect(err).toContain('o.partial was begun with --diagnostics d: name the same to resume it, or remove it');
		expect((await normalize(cwd, [...ARGV, '--resume'])).read).toBe('fgh');
	});

	it('refuses a partial output that is a link: what it leads to would be missing', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		renameSync(join(cwd, 'o.partial'), join(cwd, 'elsewhere'));
		symlinkSync('elsewhere', join(cwd, 'o.partial'));
		const { code, err } = await normalize(cwd, [...ARGV, '--resume']);
		expect(code).toBe(1);
		expect(err).toMatch(/o\.partial is a link; put there what it leads to\n$/);
		if (existsSync('/proc/self/fd')) expect(openFiles().filter((file) => file.startsWith(cwd))).toEqual([]);
		rmSync(join(cwd, 'o.partial'));
		renameSync(join(cwd, 'elsewhere'), join(cwd, 'o.partial'));
		expect((await normalize(cwd, [...ARGV, '--resume'])).read).toBe('fgh');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
	});

	it('reads again what failed under other limits, also when it is stopped before', async () => {
		const cwd = temporaryFolder({ 'in/a.md': '?', 'in/b.md': 'B', 'in/c.md': 'C' });
		expect((await normalize(cwd, ARGV, 'b.md')).read).toBe('ab');
		const place = join(cwd, 'o.manifest.json');
		writeFileSync(place, readFileSync(place, 'utf8').replace('"pageTimeout": 30000', '"pageTimeout": 20000'));
		writeFileSync(join(cwd, 'in/0.md'), '0');
		expect((await normalize(cwd, [...ARGV, '--resume'], '0.md')).read).toBe('0');
		expect((await normalize(cwd, [...ARGV, '--resume'])).read).toBe('ac');
		expect(JSON.parse(readFileSync(place, 'utf8')).limits).toEqual({ pageTimeout: 30_000, workerMemory: 512 });
	});

	it('does not say that one can go on where another run wrote', async () => {
		for (const stop of [undefined, 'SIGTERM'] as const) {
			const cwd = temporaryFolder(PAGES);
			const { code, err } = await runCommand(ARGV, {
				cwd,
				onPage: (path) => {
					if (path !== 'c.md') return undefined;
					rmSync(join(cwd, 'o.partial'));
					writeFileSync(join(cwd, 'o.partial'), 'of another run, and longer than what this one has written'.repeat(99));
					return stop;
				},
			});
			expect(code).toBe(stop === undefined ? 1 : 143);
			expect(err).toMatch(
				stop === undefined
					? /^technet-advisory: cannot write \S*o: \S*o\.partial was changed by another run, and what this one wrote may be lost; let one at a time write a file\n$/
					: /^technet-advisory: stopped by SIGTERM after 3 pages; o\.partial was changed by another run, and what this one wrote may be lost\n$/,
			);
			expect(readFileSync(join(cwd, 'o.partial'), 'utf8')).toMatch(/^of another run/);
		}
	});

	it('needs a file', async () => {
		expect((await normalize('/', ['normalize', '.', '--resume'])).err).toContain('--resume goes on with a file');
	});
});

describe('without --resume', () => {
	it('what a run has left is not overwritten', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV, 'e.md');
		const { code, err, read } = await normalize(cwd, ARGV);
		expect([code, read]).toEqual([1, '']);
		expect(err).toContain('o.partial is left from a run that did not end; go on with it by --resume, or remove it');
		rmSync(join(cwd, 'o.partial'));
		expect((await normalize(cwd, ARGV)).read).toBe('abcdefgh');
		expect(outputs(cwd)).toEqual(await undisturbed(PAGES));
	});

	it('what a run that ended had no time to remove does not count', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV);
		writeFileSync(join(cwd, 'o.partial.rest'), 'x');
		expect((await normalize(cwd, ARGV)).code).toBe(0);
		expect(outputsLeft(cwd)).toEqual([...OUTPUTS].sort());
	});

	it('a run that is stopped leaves the old output as it was, and known', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV);
		const old = outputs(cwd, ['o', 'r', 'd']);
		await normalize(cwd, ARGV, 'b.md');
		expect(outputs(cwd, ['o', 'r', 'd'])).toEqual(old);
		const copied = await normalize(cwd, ['normalize', 'in', '--out', 'copy', '--reuse', 'o']);
		expect(copied.read).toBe('');
		expect((await normalize(cwd, [...ARGV, '--resume'])).read).toBe('cdefgh');
	});
});

describe('--reuse', () => {
	it('reads only pages that changed', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV);
		writeFileSync(join(cwd, 'in/e.md'), 'E2');
		writeFileSync(join(cwd, 'in/g.md'), 'G');
		rmSync(join(cwd, 'in/a.md'));
		const to = ['--out', 'o2', '--rejects', 'r2', '--diagnostics', 'd2'];
		const { err, read } = await normalize(cwd, ['normalize', 'in', ...to, '--reuse', 'o']);
		expect(read).toBe('eg');
		expect(err).toMatch(/^7 files: 6 records, 1 reject \(index-page 1\), 1 diagnostic, 5 pages reused; /);
		const { 'in/a.md': _, ...rest } = PAGES;
		const fresh = await undisturbed({ ...rest, 'in/e.md': 'E2', 'in/g.md': 'G' }, ['o', 'r', 'd']);
		expect(outputs(cwd, ['o2', 'r2', 'd2'])).toEqual(fresh);
	});

	it('takes the file that it replaces, and several', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ['normalize', 'in/a.md', 'in/b.md', 'in/c.md', '--out', 'x']);
		await normalize(cwd, ['normalize', 'in/e.md', '--out', 'y']);
		const { read } = await normalize(cwd, [
			...['normalize', 'in/a.md', 'in/b.md', 'in/c.md', 'in/d.md', 'in/e.md'],
			...['--out', 'x', '--reuse', 'y', '--reuse', 'x'],
		]);
		expect(read).toBe('d');
		expect(readLines(outputs(cwd, ['x'])[0] ?? '').map(({ id }) => id)).toEqual(['A', 'B', 'D', 'E']);
	});

	it.runIf(existsSync('/proc/self/fd'))(
		'lets go of what it replaces, as not every system can replace an open file',
		async () => {
			const cwd = temporaryFolder(PAGES);
			await normalize(cwd, ARGV);
			const open: string[] = [];
			const rename = vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
				open.push(...openFiles().filter((file) => file === from || file === to));
				renameSync(from, to);
			});
			onTestFinished(() => rename.mockRestore());
			const { read } = await normalize(cwd, [...ARGV, '--reuse', 'o']);
			expect([read, rename.mock.calls.length > 3, open]).toEqual(['', true, []]);
		},
	);

	it('gives the same lines among records that come on stdin as without it', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ['normalize', 'in', '--out', 'o']);
		const stdin = ['a', 'c'].map(
			(name) => `${JSON.stringify({ path: `${name}.md`, content: PAGES[`in/${name}.md` as 'in/a.md'] })}\n`,
		);
		const { out } = await runCommand(['normalize', '--stdin-records'], { cwd, stdin });
		const reused = await runCommand(['normalize', '--stdin-records', '--reuse', 'o'], { cwd, stdin });
		expect(reused.out).toBe(out);
		expect(reused.err).toContain('2 pages reused');
	});

	it('writes to stdout too', async () => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV);
		const { out, read } = await normalize(cwd, ['normalize', 'in', '--reuse', 'o']);
		expect(read).toBe('');
		expect(out).toBe(outputs(cwd, ['o'])[0]);
	});

	it.each([
		['its records were edited', (cwd: string) => appendFileSync(join(cwd, 'o'), '\n'), 'not what its manifest says'],
		['it has no manifest', (cwd: string) => rmSync(join(cwd, 'o.manifest.json')), 'it has no o.manifest.json'],
		[
			'its manifest lacks the options',
			(cwd: string) => {
				const place = join(cwd, 'o.manifest.json');
				const { options: _, ...rest } = JSON.parse(readFileSync(place, 'utf8'));
				writeFileSync(place, JSON.stringify(rest));
			},
			'it has no o.manifest.json',
		],
		['its manifest is none', (cwd: string) => writeFileSync(join(cwd, 'o.manifest.json'), '{'), 'it has no o.manifest'],
		['diagnostics are missing', (cwd: string) => rmSync(join(cwd, 'd')), 'diagnostics are asked for and not there'],
	])('says that nothing is reused where %s', async (_, spoil, message) => {
		const cwd = temporaryFolder(PAGES);
		await normalize(cwd, ARGV);
		spoil(cwd);
		const to = ['--out', 'o2', '--diagnostics', 'd2'];
		const { code, err, read } = await normalize(cwd, ['normalize', 'in', ...to, '--reuse', 'o']);
		expect([code, read]).toEqual([0, 'abcdefgh']);
		expect(err).toContain('; o is not reused: ');
		expect(err).toContain(message);
	});

	it('reads again the pages on which a run failed', async () => {
		const cwd = temporaryFolder({ 'in/a.md': 'A', 'in/b.md': '?' });
		await normalize(cwd, ['normalize', 'in', '--out', 'o']);
		expect((await normalize(cwd, ['normalize', 'in', '--out', 'o2', '--reuse', 'o'])).read).toBe('b');
		expect((await normalize(cwd, ['normalize', 'in', '--out', 'o', '--resume'])).read).toBe('');
	});

	it('does not pass over a file that is missing', async () => {
		const { code, err } = await normalize(temporaryFolder(PAGES), ['normalize', 'in', '--reuse', 'o']);
		expect(code).toBe(1);
		expect(err).toContain('no such file of records: o; check the name');
	});
});

describe('the manifest', () => {
	it('says what the records were made with, before the first page and at the end', async () => {
		const cwd = temporaryFolder(PAGES);
		const read = () => JSON.parse(readFileSync(join(cwd, 'o.manifest.json'), 'utf8'));
		let early: Record<string, unknown> = {};
		await runCommand([...ARGV, '--locale', 'cs-CZ', '--page-timeout', '2.5', '--workers', '1'].slice(0, -4), {
			cwd,
			onPage: () => {
				early = Object.keys(early).length === 0 ? read() : early;
				return undefined;
			},
		});
		expect(early).toMatchObject({
			manifest: 'technet-advisory-run/1',
			state: 'running',
			generator: expect.stringMatching(/^technet-advisory\/\d+\.\d+\.\d+\+[0-9a-f]{8}$/),
			options: { locale: 'cs-CZ' },
			limits: { pageTimeout: 30_000, workerMemory: 512 },
			outputs: { records: { file: 'o' }, rejects: { file: 'r' }, diagnostics: { file: 'd' } },
		});
		expect(read()).toMatchObject({
			state: 'complete',
			outputs: { records: { file: 'o', bytes: readFileSync(join(cwd, 'o')).length } },
			counts: { pages: 8, records: 6, rejects: 2, byReject: { 'index-page': 1, 'not-an-advisory': 1 } },
		});
		expect(existsSync(join(cwd, 'o.manifest.json.partial'))).toBe(false);
	});
});

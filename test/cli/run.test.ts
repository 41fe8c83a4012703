import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand } from './fake-host.ts';

describe('technet-advisory', () => {
	it.each(['--help', '-h', 'help'])('%s lists the commands on stdout', async (flag) => {
		const { code, out, err } = await runCommand([flag]);
		expect([code, err]).toEqual([0, '']);
		for (const command of ['normalize', 'inspect', 'explain', 'coverage', 'diff', 'index', 'search'])
			expect(out).toMatch(new RegExp(`^ {2}${command} +[a-z]`, 'm'));
		expect(out).toContain('Examples:');
	});

	it.each(['normalize', 'inspect', 'explain', 'coverage'])(
		'%s --help has flags, exit codes and examples',
		async (command) => {
			const { code, out, err } = await runCommand([command, 'some.md', '--help']);
			expect([code, err]).toEqual([0, '']);
			expect(out).toContain(`Usage: technet-advisory ${command} `);
			for (const part of ['--locale', '--engine', '--pack', 'Exit codes:', 'Examples:']) expect(out).toContain(part);
			expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
		},
	);

	it('diff --help has flags, exit codes and examples', async () => {
		const { code, out, err } = await runCommand(['diff', '--help']);
		expect([code, err]).toEqual([0, '']);
		for (const part of ['--ignore', '--json', '1 the files differ', 'Examples:']) expect(out).toContain(part);
		expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
	});

	it.each([
		['index', ['--db', '--diagnostics', '--engine', '--pack', '--json']],
		['search', ['--db', '--locale', '--product', '--since', '--facets', '--all-locales']],
	])('%s --help has flags, exit codes and examples', async (command, flags) => {
		const { code, out, err } = await runCommand([command, '--help']);
		expect([code, err]).toEqual([0, '']);
		for (const part of [...flags, 'Exit codes:', 'Examples:']) expect(out).toContain(part);
		expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
	});

	it('--version prints that of the package', async () => {
		const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
		expect(await runCommand(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
	});

	it('without arguments shows its help on stderr', async () => {
		const { code, out, err } = await runCommand([]);
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain('Usage:');
	});

	it.each([
		[['normalise'], 'no such command: normalise; take normalize, inspect, explain, coverage, diff, index, or search'],
		[['constructor'], 'no such command: constructor'],
		[['normalize'], 'name the files, folders or archives to normalize, or take --files-from'],
		[['normalize', 'x', '--outt', 'y'], "Unknown option '--outt'"],
		[['normalize', 'x', '--out'], "'--out <value>' argument missing"],
		[['normalize', 'x', '--out='], '--out needs a value'],
		[['normalize', 'x', '--strict=yes'], "'--strict' does not take an argument"],
		[['normalize', 'x', '--engine', 'marked'], '--engine marked is not known; take satteri or unified'],
		[['normalize', 'x', '--locale', 'zh_TW!'], '--locale zh_TW! is no language tag'],
		[['normalize', 'x', '--out', 'y', '--rejects', './y'], '--rejects ./y is the target of --out already'],
		[['normalize', 'x.md', '--out', './x.md'], '--out ./x.md is to be read'],
		[['normalize', 'x', '--quiet', '--summary'], 'exclude each other'],
		[['normalize', ''], 'a file name is empty'],
		[['inspect'], 'name one file'],
		[['inspect', 'a', 'b'], 'name one file'],
		[['inspect', 'a', '--out', 'b'], "Unknown option '--out'"],
		[['explain', 'a'], 'name one file and one field'],
		[['explain', 'a', 'b', 'c'], 'name one file and one field'],
		[['index'], 'name the records or pages'],
		[['index', 'a.db', '--db', './a.db'], '--db ./a.db is to be read'],
		[['search'], 'name the words to find, or a filter'],
		[['search', 'x', '--limit', 'ten'], '--limit ten is no number'],
		[['search', 'x', '--colour'], "Unknown option '--colour'"],
	])('%j is wrong usage', async (argv, message) => {
		const { code, out, err } = await runCommand(argv);
		expect(err).toContain(message);
		expect(err).toMatch(/see technet-advisory .*--help\n$/);
		expect([code, out]).toEqual([2, '']);
	});

	it('ends quietly when nobody reads its help', async () => {
		expect(await runCommand(['--help'], { stdout: { closesAfter: 0 } })).toEqual({ code: 0, out: '', err: '' });
	});
});

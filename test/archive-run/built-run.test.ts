import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, temporaryFolder } from '../archive-sources/temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const LIBRARY = join(ROOT, 'dist/index.js');
const CORPUS = join(ROOT, 'corpus');
const ARCHIVE = process.env.TECHNET_ARCHIVE ?? '';
/** A fixed part of the archive. */
const PART = join(ARCHIVE, 'fi-fi');
const OUTPUTS = ['o', 'o.manifest.json', 'o.rejects.ndjson', 'd'];
const FLAGS = ['--out', 'o', '--diagnostics', 'd'];

function normalize(cwd: string, pages: string, ...flags: string[]) {
	const { status, stderr } = spawnSync(process.execPath, [MAIN, 'normalize', pages, ...FLAGS, ...flags], {
		cwd,
		encoding: 'utf8',
	});
	return { code: status, err: stderr };
}

const outputs = (cwd: string) => OUTPUTS.map((name) => readFileSync(join(cwd, name), 'utf8'));

describe.skipIf(!existsSync(MAIN))('the built command', { timeout: 120_000 }, () => {
	/** The pages of the corpus, several times over. */
	const many = mkdtempSync(join(tmpdir(), 'technet-advisory-pages-'));
	afterAll(() => rmSync(many, { recursive: true, force: true }));
	let expected: string[] = [];
	beforeAll(() => {
		for (let time = 0; time < 4; time += 1) cpSync(CORPUS, join(many, `${time}`), { recursive: true });
		const cwd = mkdtempSync(join(tmpdir(), 'technet-advisory-whole-'));
		const { code, err } = normalize(cwd, many, '--workers', '1');
		expect([code, err]).toEqual([0, expect.stringMatching(/^\d{3} files: /)]);
		expected = outputs(cwd);
		rmSync(cwd, { recursive: true });
	}, 120_000);

	it('writes the same bytes with two threads as with one and in the process itself', () => {
		for (const flags of [
			['--workers', '2'],
			['--workers', '1', '--page-timeout', '30'],
		]) {
			const cwd = temporaryFolder();
			expect(normalize(cwd, many, ...flags).code).toBe(0);
			expect(outputs(cwd)).toEqual(expected);
			expect(readdirSync(cwd).sort()).toEqual([...OUTPUTS].sort());
		}
	});

	it.skipIf(!existsSync(PART))('does so for a part of the archive (TECHNET_ARCHIVE)', () => {
		const [one, two] = ['1', '2'].map((workers) => {
			const cwd = temporaryFolder();
			expect(normalize(cwd, PART, '--workers', workers).code).toBe(0);
			return outputs(cwd);
		});
		expect(one?.[0]?.length).toBeGreaterThan(1_000_000);
		expect(two).toEqual(one);
	});

	it.each([['SIGINT', 130] as const, ['SIGTERM', 143] as const])(
		'is stopped by %s and gone on with',
		async (signal, code) => {
			const cwd = temporaryFolder();
			const child = spawn(process.execPath, [MAIN, 'normalize', many, ...FLAGS, '--workers', '2'], {
				cwd,
				stdio: ['ignore', 'ignore', 'pipe'],
			});
			let err = '';
			child.stderr.on('data', (text) => {
				err += text;
			});
			const partial = join(cwd, 'o.partial');
			while (!existsSync(partial) || statSync(partial).size === 0) await sleep(2);
			const ended = new Promise((done) => child.on('close', done));
			child.kill(signal);
			expect(await ended).toBe(code);
			expect(err).toMatch(/stopped by SIG(INT|TERM) after \d+ pages?; .* --resume goes on\n$/);
			const lines = (file: string) => readFileSync(join(cwd, file), 'utf8').split('\n').length - 1;
			expect(lines('d.partial')).toBe(lines('o.partial'));
			const done = lines('o.partial') + lines('o.rejects.ndjson.partial');
			const resumed = normalize(cwd, many, '--resume');
			expect(resumed.err).toMatch(new RegExp(`, ${done} pages? reused; `));
			expect(outputs(cwd)).toEqual(expected);
		},
	);

	it('says that a file may not grow, and goes on when it may', () => {
		const cwd = temporaryFolder();
		const line = `ulimit -f 300; '${process.execPath}' '${MAIN}' normalize '${many}' ${FLAGS.join(' ')}`;
		const { status, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
		expect(status).toBe(1);
		expect(stderr).toMatch(/what was done is kept in o\.partial, the same command with --resume goes on$/m);
		expect(stderr).toMatch(/cannot write \S*o: the file would be larger than is allowed here/);
		const { err } = normalize(cwd, many, '--resume');
		expect(err).toMatch(/, \d+ pages reused/);
		expect(outputs(cwd)).toEqual(expected);
	});

	it('loses nothing when it is killed at random moments', () => {
		const script = join(ROOT, 'scripts/kill-and-resume.js');
		const { stdout } = spawnSync(process.execPath, [script, '--times', '5', '--seed', `${Date.now() % 1000}`, many], {
			encoding: 'utf8',
		});
		expect(stdout).toMatch(/^5 of 5 byte-identical$/m);
	});
});

describe.skipIf(!existsSync(LIBRARY))('normalizeArchive with threads', async () => {
	const { normalizeArchive }: typeof import('../../src/index.ts') = await import(LIBRARY);

	it('gives the results that it gives without, in the same order', async () => {
		const seen: number[] = [];
		const options = { trace: true, locale: 'pt-BR' };
		const results = await collect(
			normalizeArchive(CORPUS, { ...options, workers: 2, onProgress: ({ pages }) => seen.push(pages) }),
		);
		expect(results).toEqual(await collect(normalizeArchive(CORPUS, options)));
		expect(results.some(({ trace }) => trace !== undefined)).toBe(true);
		expect(seen).toEqual(results.map((_, index) => index + 1));
	});

	it('ends when its signal comes', async () => {
		const stop = new AbortController();
		const reading = collect(
			normalizeArchive(CORPUS, {
				workers: 2,
				signal: stop.signal,
				onProgress: ({ pages }) => {
					if (pages === 3) stop.abort(new Error('enough'));
				},
			}),
		);
		await expect(reading).rejects.toThrow('enough');
	});

	it('takes no engine that it cannot send to a thread', () => {
		const engine = () => ({ type: 'root', children: [] }) as never;
		expect(() => normalizeArchive(CORPUS, { engine, workers: 2 })).toThrow('option "engine" is a function');
		expect(() => normalizeArchive(CORPUS, { engine, pageTimeout: 1000 })).toThrow('option "engine" is a function');
		expect(() => normalizeArchive(CORPUS, { engine })).not.toThrow();
	});
});

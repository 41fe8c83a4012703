import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { readLines } from './fake-host.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** Runs a line of the shell in which `advisory` is the built command. */
function shell(line: string, cwd = CORPUS) {
	const script = `set -o pipefail; advisory() { '${process.execPath}' '${MAIN}' "$@"; }; ${line}`;
	const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
	return { code: status, out: stdout, err: stderr };
}

describe.skipIf(!existsSync(MAIN))('the built command', () => {
	it('normalizes the corpus: every file is a record or a reject, in order, twice the same', () => {
		const folder = temporaryFolder();
		const run = (out: string) => shell(`advisory normalize . --out '${folder}/${out}' --rejects '${folder}/r'`);
		expect(run('1')).toMatchObject({ code: 0, out: '' });
		const records = readLines(readFileSync(join(folder, '1'), 'utf8'));
		const rejects = readLines(readFileSync(join(folder, 'r'), 'utf8'));
		const paths = records.map(({ source }) => (source as { path: string }).path);
		const pages = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
			/\.(md|html)$/.test(name),
		);
		expect([...paths, ...rejects.map(({ path }) => path)].sort()).toEqual(pages.sort());
		expect(paths).toEqual([...paths].sort());
		run('2');
		expect(readFileSync(join(folder, '2'), 'utf8')).toBe(readFileSync(join(folder, '1'), 'utf8'));
	});

	it('ends quietly when the pipe is closed', () => {
		const { code, out, err } = shell('advisory normalize . . . . | head -c 1');
		expect([code, out, err]).toEqual([0, '{', '']);
	});

	it.runIf(existsSync('/dev/full'))('says that stdout is full', () => {
		const { code, err } = shell('advisory normalize . > /dev/full');
		expect(code).toBe(1);
		expect(err).toMatch(/^technet-advisory: cannot write to stdout: ENOSPC/);
	});

	it.each([
		['advisory --help', 0],
		['advisory normalize nowhere', 1],
		['advisory normalize --nonsense', 2],
		['advisory inspect "$(find . -name "*.md" | head -1)"', 0],
		['advisory explain "$(find . -name "*.md" | sort | head -1)" title', 0],
		['advisory coverage . --json', 0],
		['advisory diff nowhere nowhere', 2],
	])('%s ends with %i', (line, expected) => {
		expect(shell(line).code).toBe(expected);
	});
});

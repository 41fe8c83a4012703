import { appendFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { readLines, runCommand } from '../cli/fake-host.ts';
import { outputsLeft } from './run-command.ts';

/** `b`, `e` and `f` are rejected, the third line is no record. */
const CONTENTS = { a: 'A', b: '!index-page', c: 'C\nsecond', d: 'D', e: '!empty-page', f: '!index-page', g: 'G' };
const OUTPUTS = ['o', 'o.manifest.json', 'o.rejects.ndjson', 'd'];
const ARGV = ['normalize', '--stdin-records', '--out', 'o', '--diagnostics', 'd'];

type Contents = Readonly<Record<string, string>>;

function linesOf(contents: Contents): string[] {
	const lines = Object.entries(contents).map(([path, content]) => `${JSON.stringify({ path, content })}\n`);
	return [...lines.slice(0, 2), '{"path": "torn\n', ...lines.slice(2)];
}

async function normalize(cwd: string, contents: Contents, flags: readonly string[] = [], until?: string) {
	const read: string[] = [];
	const { code, err } = await runCommand([...ARGV, ...flags], {
		cwd,
		stdin: linesOf(contents),
		onPage: (path) => {
			read.push(path);
			return path === until ? 'SIGTERM' : undefined;
		},
	});
	return { code, err, read: read.join('') };
}

const outputs = (cwd: string) => OUTPUTS.map((name) => readFileSync(join(cwd, name), 'utf8'));

async function undisturbed(contents: Contents) {
	const cwd = temporaryFolder();
	await normalize(cwd, contents);
	return outputs(cwd);
}

describe('records on stdin', () => {
	it('have their rejects in a file with hashes, beside the answers among the records', async () => {
		const [records = '', , rejects = ''] = await undisturbed(CONTENTS);
		const answers = readLines(records).filter(({ reject }) => reject !== undefined);
		expect(answers.map((answer) => Object.keys(answer))).toEqual(Array(4).fill(['path', 'reject', 'diagnostics']));
		const hashed = readLines(rejects);
		expect(hashed.map(({ sha256, ...rest }) => rest)).toEqual(answers);
		expect(hashed.map(({ path, sha256 }) => [path, sha256 === null])).toEqual([
			['b', false],
			[null, true],
			['e', false],
			['f', false],
		]);
	});

	it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g'])(
		'after a stop at %s no page is read again, rejects neither',
		async (page) => {
			const cwd = temporaryFolder();
			const stopped = await normalize(cwd, CONTENTS, [], page);
			expect(stopped.code).toBe(143);
			const resumed = await normalize(cwd, CONTENTS, ['--resume']);
			expect(stopped.read + resumed.read).toBe('abcdefg');
			expect(outputs(cwd)).toEqual(await undisturbed(CONTENTS));
			expect(outputsLeft(cwd)).toEqual([...OUTPUTS].sort());
		},
	);

	it('are gone on with in place until something is new', async () => {
		const cwd = temporaryFolder();
		// without the line that is no record, which is always read again
		const stdin = linesOf(CONTENTS).filter((line) => !line.includes('torn'));
		const run = (flags: string[], until?: string) =>
			runCommand([...ARGV, ...flags], { cwd, stdin, onPage: (path) => (path === until ? 'SIGTERM' : undefined) });
		await run([], 'f');
		const { ino } = statSync(join(cwd, 'o.partial'));
		let isMoved = false;
		await runCommand([...ARGV, '--resume'], {
			cwd,
			stdin,
			onPage: () => {
				isMoved = existsSync(join(cwd, 'o.partial.rest'));
				return undefined;
			},
		});
		expect([isMoved, statSync(join(cwd, 'o')).ino]).toEqual([false, ino]);
	});

	it('with a reject whose answer was torn off or not written are gone on with', async () => {
		for (const torn of [1, 'all'] as const) {
			const cwd = temporaryFolder();
			await normalize(cwd, CONTENTS, [], 'e');
			const records = readFileSync(join(cwd, 'o.partial'));
			const start = records.subarray(0, -1).lastIndexOf('\n') + 1;
			truncateSync(join(cwd, 'o.partial'), torn === 1 ? records.length - 1 : start);
			expect((await normalize(cwd, CONTENTS, ['--resume'])).read).toBe('fg');
			expect(outputs(cwd)).toEqual(await undisturbed(CONTENTS));
		}
	});

	it('in another order, changed and stopped again give what an undisturbed run gives', async () => {
		const { a, b, ...rest } = CONTENTS;
		const other = { n: '!index-page', ...rest, b, a: 'A2' };
		const cwd = temporaryFolder();
		await normalize(cwd, CONTENTS, [], 'f');
		expect((await normalize(cwd, other, ['--resume'], 'n')).read).toBe('n');
		// as if killed between the two lines of a reject
		appendFileSync(
			join(cwd, 'o.rejects.ndjson.partial'),
			'{"path":"x","reject":"index-page","sha256":"f00d","diagnostics":[]}\n',
		);
		expect((await normalize(cwd, other, ['--resume'], 'g')).read).toBe('g');
		expect((await normalize(cwd, other, ['--resume'])).read).toBe('a');
		expect(outputs(cwd)).toEqual(await undisturbed(other));
	});

	describe('and folders', () => {
		const named = Object.fromEntries(Object.entries(CONTENTS).map(([path, text]) => [`${path}.md`, text]));
		const pages = Object.fromEntries(Object.entries(named).map(([path, text]) => [`in/${path}`, text]));
		const FOLDER = ['normalize', 'in', '--out', 'o', '--diagnostics', 'd'];

		async function normalizeFolder(cwd: string, argv: readonly string[], until?: string) {
			const read: string[] = [];
			const onPage = (path: string) => {
				read.push(path);
				return path === until ? ('SIGTERM' as const) : undefined;
			};
			await runCommand(argv, { cwd, onPage });
			return read.join(' ');
		}

		const undisturbedFolder = async () => {
			const cwd = temporaryFolder(pages);
			await normalizeFolder(cwd, FOLDER);
			return outputs(cwd);
		};

		it('copy rejects from each other', async () => {
			const cwd = temporaryFolder(pages);
			const same = (...names: string[]) => names.map((name) => readFileSync(join(cwd, name), 'utf8'));
			await normalize(cwd, named);
			expect(await normalizeFolder(cwd, ['normalize', 'in', '--out', 'p', '--reuse', 'o'])).toBe('');
			expect(same('p', 'p.rejects.ndjson')).toEqual(await undisturbedFolder().then(([o, , r]) => [o, r]));
			const to = ['--out', 'q', '--diagnostics', 'e', '--reuse', 'p', '--reuse', 'o'];
			expect((await normalize(cwd, named, to)).read).toBe('');
			expect(same('q', 'q.rejects.ndjson', 'e')).toEqual(same('o', 'o.rejects.ndjson', 'd'));
		});

		it('go on with what the other has left', async () => {
			const cwd = temporaryFolder(pages);
			await normalizeFolder(cwd, FOLDER, 'f.md');
			expect((await normalize(cwd, named, ['--resume'])).read).toBe('g.md');
			expect(outputs(cwd)).toEqual(await undisturbed(named));

			const back = temporaryFolder(pages);
			await normalize(back, named, [], 'f.md');
			expect(await normalizeFolder(back, [...FOLDER, '--resume'])).toBe('g.md');
			expect(outputs(back)).toEqual(await undisturbedFolder());
		});
	});
});

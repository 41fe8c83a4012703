import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFile } from '../../src/archive/run-lock.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { runCommand } from '../cli/fake-host.ts';

const HAS_PROC = existsSync('/proc/self/stat');

/** A process that runs as long as the test, and that has locked the file as this one would. */
async function holder(file: string, script: string): Promise<number> {
	const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	const [said] = await once(child.stdout, 'data');
	const id = Number(String(said).trim());
	const unlock = await lockFile(file);
	const lock = JSON.parse(readFileSync(`${file}.lock-${process.pid}`, 'utf8'));
	await unlock();
	writeFileSync(`${file}.lock-${id}`, JSON.stringify({ ...lock, began: HAS_PROC ? beganAt(id) : null }));
	return id;
}

const beganAt = (id: number) => /\) (.*)$/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1]?.split(' ')[19];

describe('lockFile', () => {
	it('lets one run at a time have a file', async () => {
		const folder = temporaryFolder();
		const file = join(folder, 'o');
		const unlock = await lockFile(file);
		expect(readdirSync(folder)).toEqual([`o.lock-${process.pid}`]);
		await expect(lockFile(file)).rejects.toMatchObject({ code: 'EBUSY' });
		await (await lockFile(join(folder, 'o.lock')))();
		await unlock();
		expect(readdirSync(folder)).toEqual([]);
		await (await lockFile(file))();
	});

	it('does not take the lock of a process that is running', async () => {
		const folder = temporaryFolder();
		const file = join(folder, 'o');
		const id = await holder(file, 'echo $$; exec sleep 60');
		await expect(lockFile(file)).rejects.toMatchObject({
			code: 'EBUSY',
			message: `${file} is being written by another run, process ${id}: wait for its end (if it is no such run, remove ${file}.lock-${id})`,
		});
		// nor one that is not written yet
		writeFileSync(`${file}.lock-${id}`, '');
		await expect(lockFile(file)).rejects.toThrow(`process ${id}`);
		expect(readdirSync(folder)).toEqual([`o.lock-${id}`]);
	});

	it.each([
		['a process that was killed', undefined],
		// what it becomes never asks for it; it must not end before that
		['a process that is dead and not yet asked for', 'sleep 1 & echo $!; exec sleep 60'],
		['another process that had the id', { began: '1' }],
		['another start of the machine', { boot: 'another' }],
		['another machine', { host: 'another' }],
	])('does not count, and is removed: the lock of %s', async (_, holding) => {
		if (!HAS_PROC && holding !== undefined) return;
		const folder = temporaryFolder();
		const file = join(folder, 'o');
		if (typeof holding === 'object') {
			const id = await holder(file, 'echo $$; exec sleep 60');
			const lock = JSON.parse(readFileSync(`${file}.lock-${id}`, 'utf8'));
			writeFileSync(`${file}.lock-${id}`, JSON.stringify({ ...lock, ...holding }));
		} else if (holding === undefined) {
			writeFileSync(`${file}.lock-${spawnSync('true').pid}`, '{}');
		} else {
			const id = await holder(file, holding);
			await expect.poll(() => readFileSync(`/proc/${id}/stat`, 'utf8'), { timeout: 20_000 }).toMatch(/\) Z /);
		}
		const unlock = await lockFile(file);
		expect(readdirSync(folder)).toEqual([`o.lock-${process.pid}`]);
		await unlock();
	});

	it('counts its own lock as that of a former process, where it has none', async () => {
		const file = join(temporaryFolder({ [`o.lock-${process.pid}`]: '{}' }), 'o');
		await (await lockFile(file))();
	});

	it('is not kept from a file by the lock of an ended process that cannot be removed', async () => {
		// as that of another user; a folder is one that nobody can remove so
		const folder = temporaryFolder({ [`o.lock-${spawnSync('true').pid}/x`]: '' });
		const unlock = await lockFile(join(folder, 'o'));
		expect(readdirSync(folder)).toContain(`o.lock-${process.pid}`);
		await unlock();
	});

	it('names the file where none can be made beside it', async () => {
		const file = join(temporaryFolder(), 'no/o');
		await expect(lockFile(file)).rejects.toThrow(`cannot write ${file}: its folder does not exist`);
	});
});

describe('two runs that write the same output', () => {
	it.each([[['--resume']], [[]]])('%j: the second is refused, and the first not disturbed', async (flags) => {
		const argv = ['normalize', 'in', '--out', 'o'];
		const cwd = temporaryFolder({ 'in/a.md': 'A', 'in/b.md': '!empty-page', 'in/c.md': 'C', 'in/d.md': 'D' });
		await runCommand(argv, { cwd, onPage: (path) => (path === 'b.md' ? 'SIGTERM' : undefined) });
		let second: ReturnType<typeof runCommand> | undefined;
		const first = await runCommand([...argv, '--resume'], {
			cwd,
			onPage: () => {
				second ??= runCommand([...argv, ...flags], { cwd });
				return undefined;
			},
		});
		expect(await second).toMatchObject({ code: 1, err: expect.stringContaining('o is being written by another run') });
		expect([first.code, first.err]).toEqual([0, expect.stringContaining('2 pages reused')]);
		expect(readFileSync(join(cwd, 'o'), 'utf8').match(/"id":"."/g)).toEqual(['"id":"A"', '"id":"C"', '"id":"D"']);
		expect(readdirSync(cwd).sort()).toEqual(['in', 'o', 'o.manifest.json', 'o.rejects.ndjson']);
	});
});

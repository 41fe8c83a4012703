import { promises as fs } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { changed, writing } from './file-error.ts';
import { isRunning } from './is-running.ts';

/** What tells a process from another one that has got its id later, as far as the system tells. */
interface Holder {
	readonly host?: string;
	readonly boot?: string | null;
	/** When the process began, as the system counts. */
	readonly began?: string | null;
}

/** A process that was killed may take so long to be gone: looks, and milliseconds between them. */
const PATIENCE = { looks: 10, pause: 100 };

/** Files that runs of this process write. */
const held = new Set<string>();

/**
 * Keeps other runs from writing a file at the same time, by `<file>.lock-<process id>` beside it, until what is returned
 * is called. Throws with the code `EBUSY` where a running process has such a lock. The locks of processes that ended,
 * however they did, are removed; so are those of another machine, of which nothing is known.
 *
 * Each run makes its lock before it looks for others: of two that begin at once, at least one sees the other and no
 * lock is ever taken over.
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
	const own = `${file}.lock-${process.pid}`;
	if (held.has(file)) throw busy(file, own, process.pid);
	held.add(file);
	const release = async (): Promise<void> => {
		await fs.rm(own, { force: true }).catch(() => {});
		held.delete(file);
	};
	try {
		await writing(file, async () => fs.writeFile(own, JSON.stringify(await holderOf(process.pid))));
		for (let look = 1; ; look += 1) {
			const other = await findOther(file);
			if (other === null) return release;
			if (look === PATIENCE.looks) throw busy(file, `${file}.lock-${other}`, other);
			await sleep(PATIENCE.pause);
		}
	} catch (error) {
		await release();
		throw error;
	}
}

const busy = (file: string, lock: string, id: number): Error =>
	changed(
		`${file} is being written by another run, process ${id}: wait for its end (if it is no such run, remove ${lock})`,
	);

/** The id of another process that has locked the file and is running. */
async function findOther(file: string): Promise<number | null> {
	const [folder, start] = [dirname(file), `${basename(file)}.lock-`];
	for (const name of await fs.readdir(folder)) {
		const id = name.startsWith(start) ? name.slice(start.length) : '';
		if (!/^\d+$/.test(id) || Number(id) === process.pid) continue;
		const lock = join(folder, name);
		if (await isHeld(Number(id), await readHolder(lock))) return Number(id);
		// in a folder that users share only its owner may remove it
		await fs.rm(lock, { force: true }).catch(() => {});
	}
	return null;
}

/** A lock that is not written yet, or was cut short by a loss of power, names nobody. */
async function readHolder(lock: string): Promise<Holder> {
	try {
		return JSON.parse(await fs.readFile(lock, 'utf8')) ?? {};
	} catch {
		return {};
	}
}

async function isHeld(id: number, holder: Holder): Promise<boolean> {
	const now = await holderOf(id);
	const isOther = (key: keyof Holder): boolean => holder[key] != null && now[key] != null && holder[key] !== now[key];
	return now.isRunning && !isOther('host') && !isOther('boot') && !isOther('began');
}

async function holderOf(id: number): Promise<Holder & { readonly isRunning: boolean }> {
	const read = (file: string) => fs.readFile(file, 'utf8').catch(() => null);
	const boot = (await read('/proc/sys/kernel/random/boot_id'))?.trim() ?? null;
	const stat = await read(`/proc/${id}/stat`);
	// the name before them is in brackets and may have any character
	const facts = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
	const [state = '', began = null] = [facts[0], facts[19]];
	// one that is dead stays listed until its parent asks for it
	return { host: hostname(), boot, began, isRunning: state === '' ? isRunning(id) : !'ZX'.includes(state) };
}

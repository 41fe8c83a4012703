import { promises as fs } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { changed, writing } from './file-error.ts';

/** What is said of a partial file that is not as it was written. */
export const CHANGED = 'was changed by another run, and what this one wrote may be lost';

/** A file that appears under its name only when it is whole. */
export interface AsideFile {
	/** Where it lies until then; `null` where the target is written directly. */
	readonly partial: string | null;
	/** Bytes that are written, or stand there and were passed. */
	readonly position: () => number;
	/** Resolves when it is written: wait for it, and memory does not grow with the file. */
	write(data: string | Uint8Array): Promise<void>;
	/** Leaves so many bytes of a file that is continued as they are. */
	pass(bytes: number): void;
	/** Cuts off what a file that is continued has behind this. */
	cut(): Promise<void>;
	/** Sees it to the disk; the target is not touched yet. Throws where another run has written there. */
	seal(): Promise<void>;
	/** Moves what was sealed into place. */
	publish(): Promise<void>;
	/** Stops, and leaves what was written where it lies. `false`: another run has written there. Never throws. */
	keep(): Promise<boolean>;
	/** Gives up: what was written is removed, the target stays as it was, and what another run wrote. Never throws. */
	discard(): Promise<void>;
}

export interface AsideOptions {
	/** Goes on with what a former run left beside the target, from its start. */
	readonly continues?: boolean;
}

/**
 * Opens `<target>.partial` beside the target. A link stays a link, an old file's mode is kept; a target that is no
 * regular file (`/dev/null`, a pipe) is written directly. All errors name the target and have the `code` of the file
 * system.
 */
export async function openAside(target: string, { continues = false }: AsideOptions = {}): Promise<AsideFile> {
	const attempt = <T>(step: () => Promise<T>): Promise<T> => writing(target, step);
	const { place, partial, mode } = await findPlace(target);
	const handle = await attempt(async () => {
		if (partial === null) return fs.open(place, 'w');
		if (continues && (await isOwnFile(partial))) return fs.open(partial, 'r+');
		if (continues) await refuseLink(partial);
		// a link that lies there would be written through
		await fs.rm(partial, { force: true });
		const opened = await fs.open(partial, 'wx');
		if (mode !== null) await opened.chmod(mode);
		return opened;
	});
	const own = await handle.stat();
	const isOwn = async (): Promise<boolean> => {
		const there = partial === null ? null : await fs.lstat(partial).catch(() => null);
		return there !== null && there.ino === own.ino && there.dev === own.dev && there.size >= position;
	};
	let position = 0;
	let isChanged = false;
	let isInPlace = partial === null;
	return {
		partial,
		position: () => position,
		write: (data) =>
			attempt(async () => {
				const bytes = typeof data === 'string' ? Buffer.from(data) : data;
				await writeAt(handle, bytes, partial === null ? null : position);
				position += bytes.length;
			}),
		pass: (bytes) => {
			position += bytes;
		},
		cut: () =>
			attempt(async () => {
				if (partial !== null) await handle.truncate(position);
			}),
		seal: () =>
			attempt(async () => {
				if (partial !== null) {
					if (continues) await handle.truncate(position);
					isChanged = !(await isOwn()) || (await handle.stat()).size !== position;
					if (isChanged) throw changed(`${partial} ${CHANGED}; let one at a time write a file`);
					await handle.sync();
				}
				await handle.close();
			}),
		publish: () =>
			attempt(async () => {
				if (partial !== null) await moveIntoPlace(partial, place);
				isInPlace = true;
			}),
		keep: async () => {
			await handle.sync().catch(() => {});
			await handle.close().catch(() => {});
			return isInPlace || (!isChanged && (await isOwn()));
		},
		discard: async () => {
			await handle.close().catch(() => {});
			if (partial !== null && (await isOwn())) await fs.rm(partial, { force: true }).catch(() => {});
		},
	};
}

/** Where a target is in the end, and where it lies until then: `null` where it is written directly. */
export interface Place {
	readonly place: string;
	readonly partial: string | null;
	/** Of the file that lies there. */
	readonly mode: number | null;
}

export function findPlace(target: string): Promise<Place> {
	return writing(target, async () => {
		const old = await statOrNull(target);
		if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
		if (old !== null && !old.isFile()) return { place: target, partial: null, mode: null };
		// a folder that is a link is followed too, so that the same file has the same place by whatever name
		const place = old === null ? join(await fs.realpath(dirname(target)), basename(target)) : await fs.realpath(target);
		return { place, partial: `${place}.partial`, mode: old?.mode ?? null };
	});
}

export async function moveIntoPlace(partial: string, place: string): Promise<void> {
	await fs.rename(partial, place);
	await syncFolder(dirname(place));
}

/** All of the bytes; `null`: where the file stands, as of a pipe. */
export async function writeAt(handle: fs.FileHandle, bytes: Uint8Array, position: number | null): Promise<void> {
	for (let done = 0; done < bytes.length; ) {
		const at = position === null ? null : position + done;
		done += (await handle.write(bytes, done, bytes.length - done, at)).bytesWritten;
	}
}

async function statOrNull(target: string) {
	try {
		return await fs.stat(target);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

/** What it leads to was taken for the beginning, and would be missing. */
async function refuseLink(partial: string): Promise<void> {
	const found = await fs.lstat(partial).catch(() => null);
	if (found?.isSymbolicLink() !== true) return;
	throw Object.assign(new Error(`${partial} is a link; put there what it leads to`), { code: 'ELOOP' });
}

async function isOwnFile(partial: string): Promise<boolean> {
	const found = await fs.lstat(partial).catch(() => null);
	return found?.isFile() === true;
}

/** So that the new name survives a loss of power; not every system can. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await fs.open(folder, 'r').catch(() => null);
	await handle?.sync().catch(() => {});
	await handle?.close().catch(() => {});
}

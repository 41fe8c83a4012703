import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';

/** A file that appears under its name only when it is whole. */
export interface AsideFile {
	/** Resolves when there is room for more: wait for it, and memory does not grow with the file. */
	write(text: string): Promise<void>;
	/** Writes the rest and sees it to the disk; the target is not touched yet. */
	seal(): Promise<void>;
	/** Moves what was sealed into place. */
	publish(): Promise<void>;
	/** Gives up: what was written is removed, the target stays as it was. Never throws. */
	discard(): Promise<void>;
}

/** UTF-16 units that are gathered before they are written. */
const GATHERED = 1 << 16;

/**
 * Opens `<target>.partial` beside the target. A link stays a link, an old file's mode is kept; a target that is no
 * regular file (`/dev/null`, a pipe) is written directly. All errors name the target and have the `code` of the file
 * system.
 */
export async function openAside(target: string): Promise<AsideFile> {
	const attempt = async <T>(step: () => Promise<T>): Promise<T> => {
		try {
			return await step();
		} catch (error) {
			throw Object.assign(new Error(explain(target, error), { cause: error }), { code: errorCode(error) });
		}
	};
	const old = await attempt(() => statOrNull(target));
	const isDirect = old !== null && !old.isFile() && !old.isDirectory();
	const place = old?.isFile() ? await attempt(() => fs.realpath(target)) : target;
	const partial = isDirect ? place : `${place}.partial`;
	const handle = await attempt(async () => {
		if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
		if (isDirect) return fs.open(place, 'w');
		// a link that lies there would be written through
		await fs.rm(partial, { force: true });
		const opened = await fs.open(partial, 'wx');
		if (old !== null) await opened.chmod(old.mode);
		return opened;
	});
	let gathered: string[] = [];
	let length = 0;
	const flush = async (): Promise<void> => {
		const chunk = gathered.join('');
		gathered = [];
		length = 0;
		if (chunk !== '') await handle.writeFile(chunk);
	};
	return {
		write: async (text) => {
			gathered.push(text);
			length += text.length;
			if (length >= GATHERED) await attempt(flush);
		},
		seal: () =>
			attempt(async () => {
				await flush();
				if (!isDirect) await handle.sync();
				await handle.close();
			}),
		publish: () =>
			attempt(async () => {
				if (isDirect) return;
				await fs.rename(partial, place);
				await syncFolder(dirname(place));
			}),
		discard: async () => {
			await handle.close().catch(() => {});
			if (!isDirect) await fs.rm(partial, { force: true }).catch(() => {});
		},
	};
}

async function statOrNull(target: string) {
	try {
		return await fs.stat(target);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

/** So that the new name survives a loss of power; not every system can. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await fs.open(folder, 'r').catch(() => null);
	await handle?.sync().catch(() => {});
	await handle?.close().catch(() => {});
}

const ADVICE: Readonly<Record<string, string>> = {
	ENOENT: 'its folder does not exist; make it first',
	ENOTDIR: 'its folder is a file; choose another place',
	EISDIR: 'it is a folder; name a file',
	EACCES: 'permission denied; choose another place',
	EPERM: 'permission denied; choose another place',
	EROFS: 'the file system is read-only; choose another place',
	ENOSPC: 'the disk is full; make room or choose another place',
	EFBIG: 'the file would be larger than is allowed here; choose another place',
};

function explain(target: string, error: unknown): string {
	const reason = error instanceof Error ? error.message : String(error);
	return `cannot write ${target}: ${ADVICE[errorCode(error)] ?? reason}`;
}

import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { type FolderEntry, listFolder } from './list-folder.ts';
import { isWithin } from './page-name.ts';

/** A page that was found, by the path that its record gets and the place where it can be opened. */
export interface FoundFile {
	/** Path of the record, `/` as separator. */
	readonly path: string;
	/** What the file system is asked for. */
	readonly file: string;
	/** Error code where it is known already that it cannot be read. */
	readonly problem?: string;
}

/** Told of a link that leads out of the folder or in a circle, by the path that its record would have. */
export type OnLinkSkipped = (path: string) => void;

interface Frame {
	readonly file: string;
	readonly path: string;
	/** Without links. */
	readonly real: string;
	/** Reached by a link: further links to folders would only lead to what is found without them, and multiply. */
	readonly isLinked: boolean;
	readonly entries: readonly FolderEntry[];
	next: number;
}

/**
 * Finds the pages of a folder (`.md`, `.markdown`, `.html`, `.htm`) at any depth, in the order of the bytes of their
 * paths, which begin with `path`. Links within the folder are followed; one that leads out of it or in a circle is
 * not. What cannot be listed comes with a `problem`. Holds the listings of the folders on the way only.
 */
export async function* walkFolder(
	folder: string,
	path: string,
	onLinkSkipped: OnLinkSkipped = () => {},
): AsyncGenerator<FoundFile> {
	let root: string;
	try {
		root = await fs.realpath(folder);
	} catch (error) {
		yield { path: path === '' ? '.' : path, file: folder, problem: errorCode(error) };
		return;
	}
	const stack: Frame[] = [];
	const enter = async (at: Omit<Frame, 'entries' | 'next'>): Promise<FoundFile | null> => {
		try {
			stack.push({ ...at, entries: await listFolder(at.file), next: 0 });
			return null;
		} catch (error) {
			return { path: at.path === '' ? '.' : at.path, file: at.file, problem: errorCode(error) };
		}
	};
	const closed = await enter({ file: folder, path, real: root, isLinked: false });
	if (closed !== null) yield closed;
	for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
		const entry = frame.entries[frame.next++];
		if (entry === undefined) {
			stack.pop();
			continue;
		}
		const { isFolder, isLink } = entry;
		const file = join(frame.file, entry.name);
		const at = frame.path === '' ? entry.name : `${frame.path}/${entry.name}`;
		const here = join(frame.real, entry.name);
		const real = isLink ? await follow(file, here) : here;
		const isCircle = isLink && isFolder && (frame.isLinked || stack.some((above) => above.real === real));
		if (real === null || isCircle || !isWithin(root, real)) {
			onLinkSkipped(at);
		} else if (isFolder) {
			const unlisted = await enter({ file, path: at, real, isLinked: frame.isLinked || isLink });
			if (unlisted !== null) yield unlisted;
		} else {
			yield { path: at, file };
		}
	}
}

/** Where a link leads; to itself where its target is missing; `null` in a circle. */
async function follow(link: string, itself: string): Promise<string | null> {
	try {
		return await fs.realpath(link);
	} catch (error) {
		return errorCode(error) === 'ENOENT' ? itself : null;
	}
}

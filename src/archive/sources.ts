import { promises as fs, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { LIMITS } from '../limits.ts';
import { errorCode } from './error-code.ts';
import { pathFrom } from './page-name.ts';
import { type Page, readPages, type UnreadablePage } from './read-pages.ts';
import { type FoundFile, type OnLinkSkipped, walkFolder } from './walk-folder.ts';

/** A folder, archive or file that was named, and is there. */
export interface Source {
	readonly file: string;
	/** What the paths of its records begin with; of a file its path; empty where a folder or archive is named alone. */
	readonly path: string;
	/** By what it is called where it is itself the matter. */
	readonly name: string;
	readonly kind: 'folder' | 'tar' | 'zip' | 'file';
}

export interface SourceOptions {
	/** Folder to which the paths of records are relative. */
	readonly root?: string;
	/** Folder to which the named paths are relative; that of the process where it is not given. */
	readonly cwd?: string;
}

export interface ReadOptions {
	/** Bytes that a page may have. */
	readonly limit?: number | undefined;
	/** Told of each link that is not followed. */
	readonly onLinkSkipped?: OnLinkSkipped | undefined;
}

/**
 * Looks up what was named: folders, archives (`.tar`, `.tar.gz`, `.tgz`, `.zip`), and files of any other extension. The
 * paths of records are relative to `root`; without one to the named folder or the inside of the archive where a single
 * one is named, else to the current folder, an archive counting as one. The separator is `/`. Throws an error with the
 * `code` of the file system where something is missing, and `ENOTSUP` for an archive of another kind.
 */
export async function openSources(named: readonly string[], options: SourceOptions = {}): Promise<Source[]> {
	const cwd = resolve(options.cwd ?? '.');
	const sources: Source[] = [];
	for (const name of named) sources.push(await openSource(name, named.length === 1, cwd, options.root));
	return sources;
}

async function openSource(name: string, isAlone: boolean, cwd: string, rootName: string | undefined): Promise<Source> {
	const file = resolve(cwd, name);
	const kind = kindOf(name, file, await look(name, file));
	const root = rootName === undefined ? undefined : resolve(cwd, rootName);
	const base = root ?? (isAlone && kind !== 'file' ? file : cwd);
	return { file, path: pathFrom(base, file), name: pathFrom(root ?? cwd, file), kind };
}

function kindOf(name: string, file: string, stats: Stats): Source['kind'] {
	if (stats.isDirectory()) return 'folder';
	if (/\.(?:tar|tar\.gz|tgz)$/i.test(file)) return 'tar';
	if (/\.zip$/i.test(file)) return 'zip';
	if (!OTHER_ARCHIVE.test(file)) return 'file';
	const message = `cannot read this kind of archive: ${name}; unpack it, or take .tar, .tar.gz or .zip`;
	throw Object.assign(new Error(message), { code: 'ENOTSUP' });
}

/** Read as a page, they would be one reject in place of all their pages. */
const OTHER_ARCHIVE = /\.(?:tar\.(?:xz|bz2|zst|lz|lz4|lzma)|txz|tbz2?|tzst|7z|rar)$/i;

/** What unpacks is loaded where something is packed. */
const archives = () => import('./read-archive.ts');

/**
 * The pages of the sources, one source after the other as they were named, folders and archives sorted by the bytes of
 * the path. Each is read when it is asked for. Never throws for what cannot be read: that is a page with a problem, an
 * archive that is damaged one after its pages.
 */
export async function* readSources(
	sources: readonly Source[],
	{ limit = LIMITS.bytes, onLinkSkipped }: ReadOptions = {},
): AsyncGenerator<Page | UnreadablePage> {
	for (const source of sources) {
		if (source.kind === 'tar') yield* (await archives()).readTarSource(source, limit, onLinkSkipped);
		else if (source.kind === 'zip') yield* (await archives()).readZipSource(source, limit, onLinkSkipped);
		else yield* readPages(findFiles(source, onLinkSkipped), limit);
	}
}

async function* findFiles({ file, path, kind }: Source, onLinkSkipped?: OnLinkSkipped): AsyncGenerator<FoundFile> {
	if (kind === 'folder') yield* walkFolder(file, path, onLinkSkipped);
	else yield { path, file };
}

/** How many pages `readSources` will give, unreadable ones too. */
export async function countPages(sources: readonly Source[]): Promise<number> {
	let total = 0;
	for (const source of sources) {
		if (source.kind === 'tar') total += await (await archives()).countTar(source);
		else if (source.kind === 'zip') total += await (await archives()).countZip(source);
		else for await (const _ of findFiles(source)) total += 1;
	}
	return total;
}

async function look(name: string, file: string): Promise<Stats> {
	try {
		return await fs.stat(file);
	} catch (error) {
		const code = errorCode(error);
		const message = code === 'ENOENT' ? `no such file or folder: ${name}` : `cannot open ${name}: ${code}`;
		throw Object.assign(new Error(message, { cause: error }), { code });
	}
}

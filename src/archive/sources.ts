import { promises as fs, type Stats } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { errorCode } from './error-code.ts';
import { type FoundFile, type OnLinkSkipped, walkFolder } from './walk-folder.ts';

/** A folder or file that was named, and is there. */
export interface Source {
	readonly file: string;
	readonly path: string;
	readonly isFolder: boolean;
}

export interface SourceOptions {
	/** Folder to which the paths of records are relative. */
	readonly root?: string;
	/** Folder to which the named paths are relative; that of the process where it is not given. */
	readonly cwd?: string;
}

/**
 * Looks up what was named: folders, and files of any extension. The paths of records are relative to `root`; without
 * one to the named folder where a single folder is named, else to the current folder. The separator is `/`.
 * Throws an error with the `code` of the file system where something is missing.
 */
export async function openSources(named: readonly string[], options: SourceOptions = {}): Promise<Source[]> {
	const cwd = resolve(options.cwd ?? '.');
	const sources: Source[] = [];
	for (const name of named) {
		const file = resolve(cwd, name);
		const isFolder = (await look(name, file)).isDirectory();
		const root = options.root === undefined ? undefined : resolve(cwd, options.root);
		const base = root ?? (isFolder && named.length === 1 ? file : cwd);
		sources.push({ file, path: relative(base, file).split(sep).join('/'), isFolder });
	}
	return sources;
}

/** The pages of the sources, one source after the other as they were named, each folder sorted by bytes of the path. */
export async function* findFiles(sources: readonly Source[], onLinkSkipped?: OnLinkSkipped): AsyncGenerator<FoundFile> {
	for (const { file, path, isFolder } of sources) {
		if (isFolder) yield* walkFolder(file, path, onLinkSkipped);
		else yield { path, file };
	}
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

import { type Dirent, promises as fs } from 'node:fs';
import { join } from 'node:path';
import { isPageName } from './page-name.ts';

/** A page or a folder within a folder; what else lies there is passed over. */
export interface FolderEntry {
	readonly name: string;
	readonly isFolder: boolean;
	readonly isLink: boolean;
}

/**
 * Lists pages and folders so that a walk through them meets all paths in the order of their bytes: a folder is
 * compared with the `/` that follows its name in every path. Throws the error of the file system.
 */
export async function listFolder(folder: string): Promise<FolderEntry[]> {
	const entries: { entry: FolderEntry; order: Buffer }[] = [];
	for (const found of await fs.readdir(folder, { withFileTypes: true })) {
		const kind = await kindOf(join(folder, found.name), found);
		if (kind === 'other' || (kind === 'file' && !isPageName(found.name))) continue;
		const isFolder = kind === 'folder';
		entries.push({
			entry: { name: found.name, isFolder, isLink: found.isSymbolicLink() },
			order: Buffer.from(isFolder ? `${found.name}/` : found.name),
		});
	}
	return entries.sort((a, b) => Buffer.compare(a.order, b.order)).map(({ entry }) => entry);
}

/** Of a link, what it leads to; one that leads nowhere counts as a file, so that reading it fails and is told. */
async function kindOf(file: string, found: Dirent): Promise<'folder' | 'file' | 'other'> {
	let target: { isDirectory(): boolean; isFile(): boolean } = found;
	if (found.isSymbolicLink()) {
		try {
			target = await fs.stat(file);
		} catch {
			return 'file';
		}
	}
	if (target.isDirectory()) return 'folder';
	return target.isFile() ? 'file' : 'other';
}

import { isAbsolute, posix, relative, sep } from 'node:path';

const PAGE = /\.(?:md|markdown|html?)$/i;

/** Whether a file is a page by its extension. */
export const isPageName = (name: string): boolean => PAGE.test(name);

/**
 * The path of an archive's member as one below the archive: a leading `./`, `/` or drive is left off, as archivers do
 * when they unpack. `null` where it leads out of the archive.
 */
export function pathInside(name: string): string | null {
	const path = posix.normalize(name.replace(/^[A-Za-z]:[\\/]+/, '/')).replace(/^\/+/, '');
	// where it leads on systems that have the other separator
	const elsewhere = posix.normalize(path.replaceAll('\\', '/')).replace(/^\/+/, '');
	return path === '' || elsewhere === '..' || elsewhere.startsWith('../') ? null : path;
}

/** The way from a folder to a file, `/` as separator. */
export const pathFrom = (folder: string, file: string): string => relative(folder, file).split(sep).join('/');

/** Whether a file lies in a folder at any depth, both without links; the folder itself does. */
export function isWithin(folder: string, file: string): boolean {
	const way = relative(folder, file);
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path as part of what was named, `''` where that is left off. */
export const below = (prefix: string, path: string): string => (prefix === '' ? path : `${prefix}/${path}`);

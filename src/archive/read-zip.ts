import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, parseExtraFields, type ZipFile } from 'yauzl';
import { reasonOf } from './error-code.ts';
import { openWithList } from './open-zip.ts';
import { isPageName, pathInside } from './page-name.ts';
import { orderByPath } from './path-order.ts';
import { type Page, readStream, tooLarge, type UnreadablePage } from './read-pages.ts';

/** A page of a zip, below it; one with a problem is not read. */
type ZipPage =
	| { readonly path: string; readonly entry: Entry; readonly problem: null }
	| { readonly path: string; readonly problem: string };

/** What a zip holds, open for reading. */
export interface ZipListing {
	readonly zip: ZipFile;
	/** Sorted by the bytes of the path. */
	readonly pages: readonly ZipPage[];
	/** Links, below the archive. */
	readonly links: readonly string[];
	/** What is wrong with the archive; the pages are those that were found all the same. */
	readonly problem: string | null;
}

/**
 * Reads the list that a zip has at its end, or makes one where that is torn off. Throws where it is no zip.
 */
export async function openZip(file: string): Promise<ZipListing> {
	const opened = await openWithList(file);
	const { zip, last } = opened;
	let { problem } = opened;
	const pages: ZipPage[] = [];
	const links: string[] = [];
	const add = (name: string, entry: Entry | null, said: string): void => {
		const path = pathInside(name);
		if (path === null) pages.push({ path: name, problem: 'its path leads out of the archive' });
		else pages.push(entry === null ? { path, problem: said } : { path, entry, problem: null });
	};
	try {
		for await (const entry of zip.eachEntry()) {
			const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
			const kind = kindOf(entry);
			if (kind === SYMLINK) links.push(pathInside(name) ?? name);
			else if ((kind === 0 || kind === FILE) && isPageName(name)) add(name, entry, '');
		}
		if (last !== null) {
			const name = getFileNameLowLevel(last.flags, last.name, parseExtraFields(last.extra), false);
			if (isPageName(name)) add(name, null, last.problem);
		}
	} catch (error) {
		problem = reasonOf(error);
	}
	return { zip, pages: orderByPath(pages).map((index) => pages[index] as ZipPage), links, problem };
}

/** Reads the pages of a zip one after the other, each when it is asked for; never throws for a page. */
export async function* readZip({ zip, pages }: ZipListing, limit: number): AsyncGenerator<Page | UnreadablePage> {
	for (const page of pages) {
		const { path } = page;
		if (page.problem !== null) {
			yield { path, problem: page.problem };
			continue;
		}
		const { entry } = page;
		if (entry.isEncrypted()) yield { path, problem: 'encrypted' };
		else if (!entry.canDecodeFileData()) yield { path, problem: `compression ${entry.compressionMethod} is not known` };
		else if (entry.uncompressedSize > limit) yield tooLarge(path, entry.uncompressedSize, limit);
		else yield await readEntry(zip, path, entry, limit);
	}
}

async function readEntry(zip: ZipFile, path: string, entry: Entry, limit: number): Promise<Page | UnreadablePage> {
	try {
		const content = await readStream(await zip.openReadStreamPromise(entry), limit);
		if (content === null) return tooLarge(path, limit + 1, limit);
		return crc32(content) === entry.crc32 ? { path, content } : { path, problem: 'its checksum is wrong' };
	} catch (error) {
		return { path, problem: reasonOf(error) };
	}
}

const SYMLINK = 0o12;
const FILE = 0o10;

/** The kind of file of a zip made on Unix, 0 where there is none. */
const kindOf = ({ versionMadeBy, externalFileAttributes }: Entry): number =>
	versionMadeBy >> 8 === 3 ? externalFileAttributes >>> 28 : 0;

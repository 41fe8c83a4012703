import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { reasonOf } from './error-code.ts';
import { isPageName, pathInside } from './page-name.ts';
import { orderByPath } from './path-order.ts';
import { type Page, readStream, tooLarge, type UnreadablePage } from './read-pages.ts';

interface ZipPage {
	readonly path: string;
	readonly isOutside: boolean;
	readonly entry: Entry;
}

/** What a zip holds, open for reading. */
export interface ZipListing {
	readonly zip: ZipFile;
	/** Sorted by the bytes of the path. */
	readonly pages: readonly ZipPage[];
	/** Links, below the archive. */
	readonly links: readonly string[];
	/** What is wrong with the list in the archive; the pages are those before it. */
	readonly problem: string | null;
}

/** Reads the list that a zip has at its end. Throws where there is none. */
export async function openZip(file: string): Promise<ZipListing> {
	// names are read here: one bad name would end the list
	const zip = await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false });
	const pages: ZipPage[] = [];
	const links: string[] = [];
	let problem: string | null = null;
	try {
		for await (const entry of zip.eachEntry()) {
			const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
			const path = pathInside(name);
			const kind = kindOf(entry);
			if (kind === SYMLINK) links.push(path ?? name);
			else if ((kind === 0 || kind === FILE) && isPageName(name)) {
				pages.push({ path: path ?? name, isOutside: path === null, entry });
			}
		}
	} catch (error) {
		problem = reasonOf(error);
	}
	return { zip, pages: orderByPath(pages).map((index) => pages[index] as ZipPage), links, problem };
}

/** Reads the pages of a zip one after the other, each when it is asked for; never throws for a page. */
export async function* readZip({ zip, pages }: ZipListing, limit: number): AsyncGenerator<Page | UnreadablePage> {
	for (const { path, isOutside, entry } of pages) {
		if (isOutside) yield { path, problem: 'its path leads out of the archive' };
		else if (entry.isEncrypted()) yield { path, problem: 'encrypted' };
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

import { reasonOf } from './error-code.ts';
import { listTar, type TarListing } from './list-tar.ts';
import { below } from './page-name.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { readTar } from './read-tar.ts';
import { openZip, readZip } from './read-zip.ts';
import { readMembers } from './tar-members.ts';
import type { OnLinkSkipped } from './walk-folder.ts';

/** A single file that holds pages. */
export interface ArchiveFile {
	readonly file: string;
	/** What the paths of its pages begin with. */
	readonly path: string;
	/** By what it is called where it is itself the matter. */
	readonly name: string;
}

type Pages = AsyncGenerator<Page | UnreadablePage>;

/** The pages of a tar in the order of the bytes of their paths, and what is wrong with it at the end. */
export async function* readTarSource(
	archive: ArchiveFile,
	limit: number,
	onLinkSkipped: OnLinkSkipped = () => {},
): Pages {
	const listing = await listingOf(archive);
	for (const link of listing.links) onLinkSkipped(below(archive.path, link));
	yield* named(
		archive,
		listing.problem,
		readTar(() => readMembers(archive.file), listing, limit),
	);
}

/** The pages of a zip in the order of the bytes of their paths, and what is wrong with it at the end. */
export async function* readZipSource(
	archive: ArchiveFile,
	limit: number,
	onLinkSkipped: OnLinkSkipped = () => {},
): Pages {
	let listing: Awaited<ReturnType<typeof openZip>>;
	try {
		listing = await openZip(archive.file);
	} catch (error) {
		yield unreadable(archive, error);
		return;
	}
	try {
		for (const link of listing.links) onLinkSkipped(below(archive.path, link));
		yield* named(archive, listing.problem, readZip(listing, limit));
	} finally {
		listing.zip.close();
	}
}

async function* named(archive: ArchiveFile, problem: string | null, pages: Pages): Pages {
	try {
		for await (const page of pages) yield { ...page, path: below(archive.path, page.path) };
	} catch (error) {
		yield unreadable(archive, error);
		return;
	}
	if (problem !== null) yield unreadable(archive, problem);
}

const unreadable = ({ name }: ArchiveFile, reason: unknown): UnreadablePage => ({
	path: name,
	problem: reasonOf(reason),
});

const listings = new WeakMap<ArchiveFile, Promise<TarListing>>();

/** Whoever counts the pages first should not unpack the archive twice for it. */
function listingOf(archive: ArchiveFile): Promise<TarListing> {
	const known = listings.get(archive) ?? listTar(archive.file);
	listings.set(archive, known);
	return known;
}

export async function countTar(archive: ArchiveFile): Promise<number> {
	const { pages, problem } = await listingOf(archive);
	return pages.length + (problem === null ? 0 : 1);
}

export async function countZip({ file }: ArchiveFile): Promise<number> {
	try {
		const { zip, pages, problem } = await openZip(file);
		zip.close();
		return pages.length + (problem === null ? 0 : 1);
	} catch {
		return 1;
	}
}

import { isTarPage, pathOf, type TarListing } from './list-tar.ts';
import { type Page, readStream, tooLarge, type UnreadablePage } from './read-pages.ts';
import type { TarMember } from './tar-members.ts';

/** Bytes of pages that are held because others come before them. */
const HELD = 64 * 1024 * 1024;
/** Share of them that is kept when there is no more room: most of it, but not to be short of room at once. */
const KEPT = 0.75;

/**
 * Reads the pages of a tar in the order of the bytes of their paths. One that holds them in that order is read in one
 * pass, and so is one that holds them nearly so; of any other, each pass keeps the pages that are next in order, up
 * to `most` bytes, so that memory does not grow with the archive. Throws where it is no longer as it was listed.
 * @param members begins a pass
 */
export async function* readTar(
	members: () => AsyncIterable<TarMember>,
	{ pages, sorted }: TarListing,
	limit: number,
	most = HELD,
): AsyncGenerator<Page | UnreadablePage> {
	const ranks = new Array<number>(pages.length);
	for (const [rank, index] of sorted.entries()) ranks[index] = rank;
	let next = 0;
	let held = new Map<number, Uint8Array>();
	let bytes = 0;
	/** The next pages in order, as far as they are at hand. */
	function* ready(): Generator<Page | UnreadablePage> {
		for (let page = pages[sorted[next] ?? -1]; page !== undefined; page = pages[sorted[next] ?? -1]) {
			const { path, size, problem } = page;
			const content = held.get(next);
			if (problem !== null) yield { path, problem };
			else if (size > limit) yield tooLarge(path, size, limit);
			else if (content !== undefined) yield { path, content };
			else return;
			held.delete(next);
			bytes -= content?.length ?? 0;
			next += 1;
		}
	}
	yield* ready();
	while (next < pages.length) {
		const before = next;
		// pages from here on are left to the next pass
		let end = pages.length;
		let index = 0;
		for await (const member of members()) {
			if (!isTarPage(member)) {
				await member.skip();
				continue;
			}
			const page = pages[index];
			const rank = ranks[index++] as number;
			if (page === undefined || page.size !== member.size || page.path !== pathOf(member)) break;
			if (rank < next || rank >= end || page.problem !== null || page.size > limit) {
				await member.skip();
				continue;
			}
			const content = await readStream(member.content, limit);
			if (content === null) break;
			held.set(rank, content);
			bytes += content.length;
			if (rank === next) yield* ready();
			if (bytes > most && held.size > 1) {
				const kept = nearest(held, most * KEPT);
				bytes = kept.bytes;
				held = kept.held;
				end = kept.end;
			}
			if (next >= end) break;
		}
		if (next === before) throw new Error('it changed while it was read');
	}
}

/** Of the pages at hand the first in order, at least one, and the rank of the first that is dropped. */
function nearest(held: ReadonlyMap<number, Uint8Array>, most: number) {
	const kept = new Map<number, Uint8Array>();
	let bytes = 0;
	for (const [rank, content] of [...held].sort(([one], [other]) => one - other)) {
		if (kept.size > 0 && bytes + content.length > most) return { held: kept, bytes, end: rank };
		kept.set(rank, content);
		bytes += content.length;
	}
	return { held: kept, bytes, end: Number.POSITIVE_INFINITY };
}

import { reasonOf } from './error-code.ts';
import { isPageName, pathInside } from './page-name.ts';
import { orderByPath } from './path-order.ts';
import { readMembers, type TarMember } from './tar-members.ts';

/** A page of a tar. */
export interface TarPage {
	/** Below the archive. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** Why it cannot be read, where that is known already. */
	readonly problem: string | null;
}

/** What a tar holds; grows with the number of its pages, not with their size. */
export interface TarListing {
	/** In the order in which the tar holds them. */
	readonly pages: readonly TarPage[];
	/** Their indexes, sorted by the bytes of the path. */
	readonly sorted: readonly number[];
	/** Links, below the archive. */
	readonly links: readonly string[];
	/** What is wrong with the archive; the pages are those before it. */
	readonly problem: string | null;
}

/** The path that a member gets below the archive; its name where that leads out of it. */
export const pathOf = ({ name }: TarMember): string => pathInside(name) ?? name;

/** Whether a member counts as a page: what is listed and what is read have to agree. */
export const isTarPage = ({ name, type }: TarMember): boolean => isPageName(name) && !PASSED_OVER.has(type);

const PASSED_OVER = new Set<TarMember['type']>(['directory', 'symlink', 'character-device', 'block-device', 'fifo']);

/** Goes over a tar once and keeps the names. Never throws. */
export async function listTar(file: string): Promise<TarListing> {
	const pages: TarPage[] = [];
	const links: string[] = [];
	let problem: string | null = null;
	try {
		for await (const member of readMembers(file)) {
			const path = pathOf(member);
			const isWhole = await member.skip();
			if (member.type === 'symlink') links.push(path);
			else if (isTarPage(member)) {
				pages.push({ path, size: member.size, problem: problemOf(member, isWhole) });
			}
		}
	} catch (error) {
		problem = reasonOf(error);
	}
	return { pages, sorted: orderByPath(pages), links, problem };
}

function problemOf({ name, type, target }: TarMember, isWhole: boolean): string | null {
	if (pathInside(name) === null) return 'its path leads out of the archive';
	if (type === 'link') return `a link to ${target}, which is not followed`;
	if (type !== 'file' && type !== 'contiguous-file') return 'an unknown kind of member';
	return isWhole ? null : 'the archive ends in it';
}

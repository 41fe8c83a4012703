import type { Block, LinkTarget, Run } from './block.ts';
import { isWeb, originalAddress } from './html-address.ts';
import { mapRuns } from './map-runs.ts';

/** What links of a page are relative to; `null` where it is not known. */
export interface Bases {
	/** The page's own `base` element. */
	readonly base: string | null;
	/** The address that it was saved from. */
	readonly address: string | null;
}

/** Gives links the targets that they had before the page was archived; scripts are no targets. */
export function restoreLinks(blocks: readonly Block[], bases: Bases): Block[] {
	const known = new Map<LinkTarget, LinkTarget | null>();
	const restoreLink = (link: LinkTarget): LinkTarget | null => {
		let restored = known.get(link);
		if (restored === undefined) {
			restored = /^javascript:/i.test(link.url) ? null : { ...link, url: resolve(originalAddress(link.url), bases) };
			known.set(link, restored);
		}
		return restored;
	};
	const restore = (runs: readonly Run[]): Run[] =>
		runs.map((run) => (run.link === null ? run : { ...run, link: restoreLink(run.link) }));
	return mapRuns(blocks, restore);
}

/**
 * Relative links follow the `base` element. Without one, only those that name host or root are sure to mean the
 * server the page came from: saving tools rewrite the others to files beside the page.
 */
function resolve(url: string, { base, address }: Bases): string {
	if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('#')) return url;
	const from = base ?? (url.startsWith('/') ? address : null);
	if (from === null || !isWeb(from)) return url;
	try {
		return new URL(url, from).href;
	} catch {
		return url;
	}
}

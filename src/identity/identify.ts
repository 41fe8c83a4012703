import type { Kind } from '../advisory/words.ts';
import type { HeadingBlock, Page } from '../page/block.ts';
import { flowOf, placeInFlow } from '../page/flow.ts';
import { textOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';
import { idOfAddress, idOfPath, type MonthNames, readId } from './declared-ids.ts';
import { isIndexPage } from './index-page.ts';
import { casedTag, localeOfPage } from './page-locale.ts';
import { readTitleId } from './title-id.ts';

/** One place that names the page's id. */
export interface IdWitness {
	readonly from: 'title' | 'asset-id' | 'address' | 'toc-title' | 'path';
	readonly id: string;
	readonly place: Place | null;
}

export interface Identity {
	readonly id: string;
	readonly kind: Kind;
	/** `null` where the page declares none. */
	readonly locale: string | null;
	/** Index of the block that holds the title; -1 where the page has no heading. */
	readonly titleBlock: number;
	/** Everything that names an id, the chosen one first. */
	readonly witnesses: readonly IdWitness[];
}

export type Identified =
	| { readonly identity: Identity; readonly reject?: never }
	| { readonly identity?: never; readonly reject: 'not-an-advisory' | 'index-page' };

export interface IdentityHints {
	readonly path: string | null;
	readonly locale: string | null;
	readonly months: MonthNames;
}

/**
 * Finds out which document a page is, by forms of ids alone. The printed title names it, unless asset id, address and
 * table-of-contents title agree on another id; the file name only settles which of several ids is meant.
 */
export function identify(page: Page, hints: IdentityHints): Identified {
	const titleBlock = page.blocks.findIndex((block) => block.kind === 'heading' && textOf(block.runs) !== '');
	const title = page.blocks[titleBlock] as HeadingBlock | undefined;
	const printed = title === undefined ? null : readTitleId(flowOf(title.runs).text);
	const declared = declaredIds(page, hints);
	const fromPath = hints.path === null ? null : idOfPath(hints.path, hints.months);
	const witnesses: IdWitness[] = [...declared];
	if (printed !== null && title !== undefined && (printed.own || declared.some(({ id }) => id === printed.id))) {
		witnesses.unshift({
			from: 'title',
			id: printed.id,
			place: placeInFlow(flowOf(title.runs), printed.start, printed.end),
		});
	}
	const id = chooseId(witnesses, fromPath);
	if (id === null) return { reject: isIndexPage(page.blocks) ? 'index-page' : 'not-an-advisory' };
	if (fromPath !== null) witnesses.push({ from: 'path', id: fromPath, place: null });
	const chosen = witnesses.findIndex((witness) => witness.id === id);
	const ordered = [...witnesses.slice(chosen, chosen + 1), ...witnesses.filter((_, index) => index !== chosen)];
	const locale = (hints.locale === null ? null : casedTag(hints.locale)) ?? localeOfPage(page, hints.path);
	return { identity: { id, kind: kindOf(id), locale, titleBlock, witnesses: ordered } };
}

function declaredIds(page: Page, { months }: IdentityHints): IdWitness[] {
	const found: IdWitness[] = [];
	const add = (from: IdWitness['from'], id: string | null, place: Place | null) => {
		if (id !== null) found.push({ from, id, place });
	};
	const assetId = page.matter.get('ms:assetid');
	if (assetId !== undefined) add('asset-id', readId(assetId.value, months), assetId);
	const url = page.matter.get('ms:mtpsurl');
	const address = url === undefined ? null : idOfAddress(url.value, months);
	if (url !== undefined) add('address', address, url);
	if (address === null && page.address !== null) add('address', idOfAddress(page.address, months), null);
	const tocTitle = page.matter.get('TOCTitle');
	if (tocTitle !== undefined) add('toc-title', readTocTitle(tocTitle.value, months), tocTitle);
	return found;
}

function readTocTitle(value: string, months: MonthNames): string | null {
	const title = readTitleId(value);
	return readId(value, months) ?? (title?.own ? title.id : null);
}

function chooseId(witnesses: readonly IdWitness[], fromPath: string | null): string | null {
	const of = (from: IdWitness['from']) => witnesses.find((witness) => witness.from === from)?.id ?? null;
	const title = of('title');
	const [asset, address, toc] = [of('asset-id'), of('address'), of('toc-title')];
	if (asset !== null && asset === address && asset === toc) return asset;
	if (title !== null) return title;
	const declared = [asset, address, toc].filter((id) => id !== null);
	return declared.find((id) => id === fromPath) ?? mostFrequent(declared);
}

function mostFrequent(ids: readonly string[]): string | null {
	const counted = ids.map((id) => ({ id, count: ids.filter((other) => other === id).length }));
	return counted.sort((one, other) => other.count - one.count)[0]?.id ?? null;
}

/** The form of the id tells the kind; the number of an advisory is six or seven digits. */
function kindOf(id: string): Kind {
	if (id.startsWith('MSVR')) return 'vulnerability-research';
	if (/^MS\d\d-\d{3}$/.test(id)) return 'bulletin';
	return id.startsWith('MS') ? 'summary' : 'advisory';
}

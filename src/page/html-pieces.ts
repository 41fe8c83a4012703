import type { Place } from '../text/place.ts';
import type { Block, ListItem } from './block.ts';
import { isBlockElement, readTag } from './html-tag.ts';
import { readInline } from './inline.ts';
import { headingBlock, paragraphBlock, ruleBlock } from './make-block.ts';
import { hasLink, hasText } from './plain-text.ts';

/**
 * Reads an HTML node of a markdown page: its paragraphs, headings and list items, whatever the tags around them.
 * `newList` gives a number for each list.
 */
export function readHtmlPieces(
	source: string,
	place: Place,
	item: ListItem | null,
	quote: number,
	newList: () => number,
): Block[] {
	const blocks: Block[] = [];
	const lists: { list: number; ordered: boolean; outer: ListItem | null }[] = [];
	let current = item;
	let level = 0;
	let from = place.start;
	const end = (to: number) => {
		const runs = from < to ? readInline(source, { start: from, end: to }, { markdown: true, quote }) : [];
		if (hasText(runs) || hasLink(runs)) {
			const piece = { start: from, end: to };
			const around = { item: current, quote };
			blocks.push(level > 0 ? headingBlock(piece, around, level, runs) : paragraphBlock(piece, around, runs));
		}
	};
	for (let at = source.indexOf('<', place.start); at >= 0 && at < place.end; at = source.indexOf('<', at)) {
		const tag = readTag(source, at);
		if (tag === null || tag.end > place.end || !isBlockElement(tag.name)) {
			at = tag === null ? at + 1 : tag.end;
			continue;
		}
		end(at);
		level = /^h[1-6]$/.test(tag.name) && !tag.closing ? Number(tag.name[1]) : 0;
		if (tag.name === 'ul' || tag.name === 'ol') {
			if (tag.closing) current = lists.pop()?.outer ?? current;
			else lists.push({ list: newList(), ordered: tag.name === 'ol', outer: current });
		} else if (tag.name === 'li') {
			const list = lists.at(-1);
			const parent = list?.outer ?? item;
			if (tag.closing) current = parent;
			else current = { parent, list: list?.list ?? newList(), ordered: list?.ordered ?? false, start: at };
		} else if (tag.name === 'hr') blocks.push(ruleBlock({ start: at, end: tag.end }, { item: current, quote }));
		from = tag.end;
		at = tag.end;
	}
	end(place.end);
	return blocks;
}

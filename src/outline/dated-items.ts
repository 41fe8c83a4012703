import { findDate } from '../language/dates.ts';
import type { Language } from '../language/prepare.ts';
import type { Block, ListItem, Run } from '../page/block.ts';
import { flowOf } from '../page/flow.ts';
import { plainRun, withRuns, withText } from '../page/make-block.ts';

/**
 * A paragraph that begins with a day and a full stop (`13. července 2006: …`) is an ordered list to a markdown engine,
 * and the day its marker. Gives such blocks back the day, and takes them out of the list that is none.
 */
export function restoreDates(blocks: readonly Block[], source: string, readers: readonly Language[]): readonly Block[] {
	const freed = new Set<ListItem>();
	const known = new Set<ListItem>();
	return blocks.map((block) => {
		const { item } = block;
		if (item === null || !item.ordered) return block;
		if (freed.has(item)) return { ...block, item: item.parent };
		if (known.has(item) || block.kind !== 'paragraph') return block;
		known.add(item);
		const marker = markerOf(item, block.start, source);
		if (marker === null || !beginsWithDate(`${marker.text} ${flowOf(block.runs).text.slice(0, 40)}`, readers))
			return block;
		freed.add(item);
		const blank = withText(marker, ' ', marker.end, marker.end);
		return withRuns(block, [marker, blank, ...block.runs], { item: item.parent, start: marker.start });
	});
}

function markerOf(item: ListItem, end: number, source: string): Run | null {
	const text = /^\d{1,4}\./.exec(source.slice(item.start, end))?.[0];
	if (text === undefined) return null;
	return plainRun('text', text, item.start, item.start + text.length);
}

function beginsWithDate(text: string, readers: readonly Language[]): boolean {
	if (!/\d{4}/.test(text)) return false;
	const date = findDate(
		text,
		readers.map((reader) => reader.dates),
		'revision',
	);
	return date !== null && date.start === 0 && date.date !== null;
}

import type { Place } from '../text/place.ts';
import { attribute, classesOf, EXPANDER_TITLE, isHeading, placeOfNode, type Visit } from './hast.ts';

/** A table of so few cells that takes so much of the text, or holds so many paragraphs and items, is a frame. */
const FEW_CELLS = 3;
const MUCH = 0.5;
const MANY_PARTS = 3;

/** Whether a table only puts text in its place: it holds headings, other tables, or most of the text in few cells. */
function isLayoutTable(visits: readonly Visit[], index: number, contentLength: number): boolean {
	const table = visits[index] as Visit;
	const place = placeOfNode(table.node);
	if (table.node.type !== 'element' || place === null) return true;
	if (/^(?:presentation|none)$/.test(attribute(table.node, 'role') ?? '')) return true;
	let isData = classesOf(table.node).includes('dataTable');
	let cells = 0;
	let parts = 0;
	let nested = false;
	for (let at = index + 1; at < table.end; at++) {
		const { node, end } = visits[at] as Visit;
		if (node.type !== 'element') continue;
		if (isHeading(node) || classesOf(node).includes(EXPANDER_TITLE)) return true;
		if (node.tagName === 'table') {
			nested = true;
			if (visits.slice(at, end).some((inner) => isHeading(inner.node))) return true;
			at = end - 1;
		} else if (/^(?:th|thead|caption)$/.test(node.tagName)) isData = true;
		else if (node.tagName === 'td') cells++;
		else if (/^(?:p|li)$/.test(node.tagName)) parts++;
	}
	if (isData) return false;
	if (nested) return true;
	return cells <= FEW_CELLS && (parts > MANY_PARTS * cells || place.end - place.start > MUCH * contentLength);
}

/**
 * The data tables of a document by index of their element, in the order in which they were printed. None stands in
 * another: what the parser moves out of a table belongs to that one's reader.
 */
export function findDataTables(
	visits: readonly Visit[],
	chrome: Uint8Array,
	contentLength: number,
): ReadonlyMap<number, Place> {
	const found: [index: number, place: Place][] = [];
	for (let index = 0; index < visits.length; index++) {
		const { node, end } = visits[index] as Visit;
		if (node.type !== 'element' || node.tagName !== 'table' || chrome[index] === 1) continue;
		const place = placeOfNode(node);
		if (place === null || isLayoutTable(visits, index, contentLength)) continue;
		found.push([index, place]);
		index = end - 1;
	}
	let last = 0;
	return new Map(
		found
			.sort(([, one], [, other]) => one.start - other.start)
			.filter(([, { start, end }]) => {
				const apart = start >= last;
				if (apart) last = end;
				return apart;
			}),
	);
}

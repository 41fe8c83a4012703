// The list of differences that stand in the pages themselves, read by somebody: docs/page-differences.tsv.
import { listedLines } from './listed-lines.js';

const HEAD = ['document', 'measure', 'place', 'value', 'other place', 'other value', 'why'];

/** Throws where a line has not as many cells as the head. */
export const readDifferences = (text) =>
	listedLines(text, HEAD, 'docs/page-differences.tsv').map((cells) =>
		Object.fromEntries(HEAD.map((name, index) => [name, cells[index]])),
	);

/**
 * A look-up over the list. A difference is listed where document, measure, both places and both values are equal,
 * whichever page comes first; `left` gives the entries that nothing asked for: they are out of date.
 */
export function lookUp(entries) {
	const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
	const used = new Set();
	return {
		isListed(difference) {
			const found = [entryOf(difference, 0), entryOf(difference, 1)].map(keyOf).find((key) => byKey.has(key));
			if (found !== undefined) used.add(found);
			return found !== undefined;
		},
		left: () => [...byKey].filter(([key]) => !used.has(key)).map(([, entry]) => entry),
	};
}

const keyOf = (entry) =>
	HEAD.slice(0, -1)
		.map((name) => entry[name])
		.join('\t');

/** The difference as a line of the list has it, `side` first. */
export function entryOf({ id, measure, paths, lines, values }, side = 0) {
	const place = (index) => `${paths[index]}:${lines[index]}`;
	const value = (index) => String(values[index] ?? '-');
	return {
		document: id,
		measure,
		place: place(side),
		value: value(side),
		'other place': place(1 - side),
		'other value': value(1 - side),
	};
}

import { MEASURES } from './measures.js';

/**
 * Compares the pages of one document with each other. Every page is held against the first of those whose value most
 * pages share (of two values that are as frequent, the one that stands first).
 * @returns one entry a measure that has an occasion: its differences, `[]` where all agree
 */
export function compareDocument({ id, kind, pages }) {
	return Object.entries(MEASURES)
		.filter(([, { kinds, applies }]) => (kinds?.includes(kind) ?? true) && pages.some(applies))
		.map(([name, measure]) => ({ id, measure: name, differences: differencesOf(pages, name, measure) }));
}

function differencesOf(pages, name, { key, agrees, explain }) {
	const reference = commonest(pages, key);
	const equal = agrees ?? ((one, other) => key(one) === key(other));
	return pages
		.filter((page) => !equal(reference, page))
		.flatMap((page) =>
			explain(reference, page).map(({ lines, ...difference }) => ({
				id: page.id,
				measure: name,
				paths: [reference.path, page.path],
				lines,
				sameRevision: reference.revisions === page.revisions,
				...difference,
			})),
		);
}

function commonest(pages, key) {
	const groups = new Map();
	for (const page of pages) groups.set(key(page), [...(groups.get(key(page)) ?? []), page]);
	return [...groups.values()].reduce((best, group) => (group.length > best.length ? group : best))[0];
}

/**
 * Decides which differences stand in the pages: an id of which the other page has no print at all, and those that
 * somebody has read and listed with both lines. Adds `stands`: `not-printed`, `listed` or `null`.
 * @param isPrinted (path, id) whether the id stands anywhere in the page
 * @param isListed (difference) whether the list of read differences has it
 */
export const judge = (difference, isPrinted, isListed) => ({
	...difference,
	stands: standsBy(difference, isPrinted, isListed),
});

function standsBy(difference, isPrinted, isListed) {
	if (isListed(difference)) return 'listed';
	const { absent } = difference;
	return absent !== undefined && !isPrinted(absent.from, absent.id) ? 'not-printed' : null;
}

/**
 * Counts the documents that agree, by measure: all of them, and apart by whether their pages have one revision list.
 * `inPages` are those that differ only where the pages themselves do; they count as agreement.
 */
export function tally(compared, states) {
	const sums = {};
	for (const { id, measure, differences } of compared) {
		sums[measure] ??= { all: blank(), same: blank(), other: blank() };
		const open = differences.some(({ stands }) => stands === null);
		for (const part of ['all', states.get(id) ? 'same' : 'other']) {
			const sum = sums[measure][part];
			sum.documents += 1;
			if (differences.length === 0) sum.agree += 1;
			else if (!open) sum.inPages += 1;
		}
	}
	return sums;
}

const blank = () => ({ documents: 0, agree: 0, inPages: 0 });

import { inlinesOf } from '../mentions/find-mentions.ts';
import { readTarget } from '../mentions/target.ts';
import type { Block, Run } from '../page/block.ts';
import { textOf } from '../page/plain-text.ts';

/** The longest page that leads into the library: a title and some paragraphs. */
const LONGEST = 3_000;

/**
 * Whether a page that is no advisory is an index of the library: a title with a few paragraphs that lead to its
 * security pages, or a table whose rows are links to advisories.
 */
export function isIndexPage(blocks: readonly Block[]): boolean {
	return isWelcome(blocks) || blocks.some(isListOfAdvisories);
}

function isWelcome(blocks: readonly Block[]): boolean {
	const headings = blocks.filter((block) => block.kind === 'heading').length;
	if (headings > 1 || blocks.some((block) => block.kind === 'table' || block.kind === 'code' || block.item !== null))
		return false;
	const length = blocks.flatMap(inlinesOf).reduce((sum, runs) => sum + textOf(runs).length, 0);
	const links = blocks.flatMap((block) => inlinesOf(block).flatMap(targetsOf));
	return (
		length <= LONGEST &&
		links.length > 0 &&
		links.every((url) => /technet\.microsoft\.com\/(?:[a-z-]+\/)?security\b/i.test(url))
	);
}

const targetsOf = (runs: readonly Run[]): string[] => [
	...new Set(runs.flatMap((run) => (run.link === null ? [] : [run.link.url]))),
];

function isListOfAdvisories(block: Block): boolean {
	if (block.kind !== 'table') return false;
	const rows = block.table.rows.filter((row) => row.kind === 'body');
	const listed = rows.filter((row) =>
		row.cells.some((cell) =>
			targetsOf(cell.runs).some((url) => /^(?:ms)?[\d-]{6,}\.md$/i.test(url) || readTarget(url).kind === 'advisory'),
		),
	);
	return listed.length > 0 && listed.length * 2 >= rows.length && rows.every((row) => row.cells.length <= 4);
}

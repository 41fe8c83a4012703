import { describe, expect, it } from 'vitest';
import type { Block, ListItem, Run } from '../../src/page/block.ts';
import {
	codeBlock,
	headingBlock,
	paragraphBlock,
	ruleBlock,
	tableBlock,
	withRuns,
	withText,
} from '../../src/page/make-block.ts';

const item: ListItem = { parent: null, list: 3, ordered: true, start: 10 };
const around = { item, quote: 2 };
const place = { start: 12, end: 40 };
const link = { url: 'https://example.com/', start: 12, end: 40 };
const run: Run = {
	kind: 'code',
	text: 'word',
	start: 12,
	end: 16,
	strong: true,
	emphasis: false,
	raised: true,
	link,
};

describe('blocks have the keys of their kind and no others', () => {
	const table = { syntax: 'pipe', ...place, caption: [], rows: [] } as const;
	const common = { ...place, item, quote: 2 };
	it.each<[Block, object]>([
		[headingBlock(place, around, 3, [run]), { kind: 'heading', ...common, level: 3, runs: [run] }],
		[paragraphBlock(place, around, [run]), { kind: 'paragraph', ...common, runs: [run] }],
		[codeBlock(place, around, [run]), { kind: 'code', ...common, runs: [run] }],
		[tableBlock(place, around, table), { kind: 'table', ...common, table }],
		[ruleBlock(place, around), { kind: 'rule', ...common }],
	])('%o', (block, expected) => {
		expect(block).toStrictEqual(expected);
	});
});

it('a block with other runs is the same block otherwise', () => {
	const other = withText(run, 'x', 20, 21);
	expect(withRuns(headingBlock(place, around, 3, [run]), [other])).toStrictEqual(
		headingBlock(place, around, 3, [other]),
	);
	expect(withRuns(codeBlock(place, around, [run]), [])).toStrictEqual(codeBlock(place, around, []));
	expect(withRuns(paragraphBlock(place, around, [run]), [other], { item: null, start: 5 })).toStrictEqual(
		paragraphBlock({ start: 5, end: 40 }, { item: null, quote: 2 }, [other]),
	);
});

it('a run with another text keeps its style and its link', () => {
	expect(withText(run, 'or', 13, 15)).toStrictEqual({ ...run, text: 'or', start: 13, end: 15 });
});

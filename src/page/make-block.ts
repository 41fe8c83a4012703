import type { Place } from '../text/place.ts';
import type {
	Block,
	CodeBlock,
	HeadingBlock,
	ListItem,
	ParagraphBlock,
	RuleBlock,
	Run,
	Table,
	TableBlock,
} from './block.ts';

/** Where a block stands among others. */
interface Around {
	readonly item: ListItem | null;
	readonly quote: number;
}

// the same keys in the same order, wherever a block is made: code that reads many is compiled for few shapes

export const headingBlock = (
	{ start, end }: Place,
	{ item, quote }: Around,
	level: number,
	runs: readonly Run[],
): HeadingBlock => ({ kind: 'heading', start, end, item, quote, runs, level });

export const paragraphBlock = (
	{ start, end }: Place,
	{ item, quote }: Around,
	runs: readonly Run[],
): ParagraphBlock => ({ kind: 'paragraph', start, end, item, quote, runs });

export const codeBlock = ({ start, end }: Place, { item, quote }: Around, runs: readonly Run[]): CodeBlock => ({
	kind: 'code',
	start,
	end,
	item,
	quote,
	runs,
});

export const tableBlock = ({ start, end }: Place, { item, quote }: Around, table: Table): TableBlock => ({
	kind: 'table',
	start,
	end,
	item,
	quote,
	table,
});

export const ruleBlock = ({ start, end }: Place, { item, quote }: Around): RuleBlock => ({
	kind: 'rule',
	start,
	end,
	item,
	quote,
});

/** The same block with other runs. */
export function withRuns<Kind extends HeadingBlock | ParagraphBlock | CodeBlock>(
	block: Kind,
	runs: readonly Run[],
	{ item = block.item, start = block.start }: Partial<Pick<Block, 'item' | 'start'>> = {},
): Kind {
	const place = { start, end: block.end };
	const around = { item, quote: block.quote };
	if (block.kind === 'heading') return headingBlock(place, around, block.level, runs) as Kind;
	return (block.kind === 'code' ? codeBlock(place, around, runs) : paragraphBlock(place, around, runs)) as Kind;
}

/** A run without style and link. */
export const plainRun = (kind: Run['kind'], text: string, start: number, end: number): Run => ({
	kind,
	text,
	start,
	end,
	strong: false,
	emphasis: false,
	raised: false,
	link: null,
});

/** The same run with another text at another place. */
export const withText = (run: Run, text: string, start: number, end: number): Run => ({
	kind: run.kind,
	text,
	start,
	end,
	strong: run.strong,
	emphasis: run.emphasis,
	raised: run.raised,
	link: run.link,
});

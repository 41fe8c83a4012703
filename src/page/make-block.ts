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

/** All blocks have the same keys in the same order, and so have all runs: code that reads them is compiled for one shape. */
const make = <Kind extends Block['kind'], Level, Runs, Content>(
	kind: Kind,
	{ start, end }: Place,
	{ item, quote }: Around,
	level: Level,
	runs: Runs,
	table: Content,
) => ({ kind, start, end, item, quote, level, runs, table });

export const headingBlock = (place: Place, around: Around, level: number, runs: readonly Run[]): HeadingBlock =>
	make('heading', place, around, level, runs, undefined);

export const paragraphBlock = (place: Place, around: Around, runs: readonly Run[]): ParagraphBlock =>
	make('paragraph', place, around, undefined, runs, undefined);

export const codeBlock = (place: Place, around: Around, runs: readonly Run[]): CodeBlock =>
	make('code', place, around, undefined, runs, undefined);

export const tableBlock = (place: Place, around: Around, table: Table): TableBlock =>
	make('table', place, around, undefined, undefined, table);

export const ruleBlock = (place: Place, around: Around): RuleBlock =>
	make('rule', place, around, undefined, undefined, undefined);

/** The same block with other runs. */
export function withRuns<Kind extends HeadingBlock | ParagraphBlock | CodeBlock>(
	block: Kind,
	runs: readonly Run[],
	{ item = block.item, start = block.start }: Partial<Pick<Block, 'item' | 'start'>> = {},
): Kind {
	const level = block.kind === 'heading' ? block.level : undefined;
	return make(
		block.kind,
		{ start, end: block.end },
		{ item, quote: block.quote },
		level,
		runs,
		undefined,
	) as Block as Kind;
}

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

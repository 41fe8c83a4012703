import type { Place } from '../text/place.ts';

/** What markdown and HTML have in common. Nothing after `page/` knows mdast, hast or markdown. */
export type Block = HeadingBlock | ParagraphBlock | TableBlock | CodeBlock | RuleBlock;

interface BlockBase extends Place {
	/** The innermost list item that the block stands in; `null` outside lists. */
	readonly item: ListItem | null;
	/** Depth of quotes around the block. */
	readonly quote: number;
}

export interface HeadingBlock extends BlockBase {
	readonly kind: 'heading';
	/** 1–6 as printed; decoration on these pages, not depth. */
	readonly level: number;
	readonly runs: readonly Run[];
}

export interface ParagraphBlock extends BlockBase {
	readonly kind: 'paragraph';
	readonly runs: readonly Run[];
}

export interface TableBlock extends BlockBase {
	readonly kind: 'table';
	readonly table: Table;
}

export interface CodeBlock extends BlockBase {
	readonly kind: 'code';
	/** One run a line of code, breaks between them. */
	readonly runs: readonly Run[];
}

export interface RuleBlock extends BlockBase {
	readonly kind: 'rule';
}

/** A list item. Blocks point at the item they stand in, so that no reader has to walk a tree. */
export interface ListItem {
	/** The item that the item's list stands in. */
	readonly parent: ListItem | null;
	/** Number of the list on the page: items of one list share it. */
	readonly list: number;
	readonly ordered: boolean;
	/** Offset of the item's marker. */
	readonly start: number;
}

/**
 * A stretch of inline text. Its text is either exactly the source at its place, or one letter, break or
 * entity that the place was decoded to: so every letter of a text has a place of its own.
 */
export interface Run extends Place {
	readonly kind: 'text' | 'code' | 'break' | 'soft';
	readonly text: string;
	readonly strong: boolean;
	readonly emphasis: boolean;
	/** Raised: a footnote mark or an ordinal. */
	readonly raised: boolean;
	readonly link: LinkTarget | null;
}

/** The target of a link, one object a link: runs of one link share it. */
export interface LinkTarget extends Place {
	/** As printed, entities and escapes resolved. */
	readonly url: string;
}

export interface Table extends Place {
	readonly syntax: 'html' | 'pipe';
	readonly caption: readonly Run[];
	readonly rows: readonly TableRow[];
}

export interface TableRow extends Place {
	/** `stray`: text that was printed between the cells, in one cell of its own. */
	readonly kind: 'head' | 'body' | 'stray';
	readonly cells: readonly Cell[];
}

export interface Cell extends Place {
	readonly header: boolean;
	/** At least 1; not yet clamped to the table. */
	readonly columns: number;
	/** At least 1; 0 in the source ("to the end") is the largest number. */
	readonly rows: number;
	readonly runs: readonly Run[];
	/** The plain text of the runs on one line. */
	readonly text: string;
}

/** What `page/` makes of a text: the front matter's values, and the body as blocks in printed order. */
export interface Page {
	readonly format: 'markdown' | 'html';
	/** Front matter by key as printed, values as strings; of an HTML page, its `meta` elements of the same names. */
	readonly matter: ReadonlyMap<string, Valued>;
	/** What the page declares about its language: `lang` attributes, `meta` elements. */
	readonly languages: readonly string[];
	/** The address that the page says it was saved from. */
	readonly address: string | null;
	readonly blocks: readonly Block[];
}

export interface Valued extends Place {
	readonly value: string;
}

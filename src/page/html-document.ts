import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { LIMITS } from '../limits.ts';
import type { Block, Valued } from './block.ts';
import { depthOf, flatten } from './hast.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { markChrome } from './html-chrome.ts';
import { findContent } from './html-content.ts';
import { unwrapLines } from './html-line-wraps.ts';
import { restoreLinks } from './html-links.ts';
import { readHtmlMatter } from './html-matter.ts';
import { nestsDeeper } from './html-nesting.ts';

export interface HtmlDocument {
	/** `meta` elements by name. */
	readonly matter: Map<string, Valued>;
	/** As printed, the most telling first. */
	readonly languages: string[];
	readonly address: string | null;
	readonly blocks: Block[];
}

const parser = unified().use(rehypeParse, { fragment: false }).freeze();

/** Reads a saved page: what it says about itself, and its text without what surrounds it on the site. */
export function readHtmlDocument(
	source: string,
	deepest: number = LIMITS.nesting,
): HtmlDocument | { reject: 'limit-nesting' } {
	const root = nestsDeeper(source, deepest) ? null : parse(source);
	const visits = root === null ? [] : flatten(root);
	if (root === null || depthOf(visits) > deepest) return { reject: 'limit-nesting' };
	const { matter, languages, address, base } = readHtmlMatter(source, visits);
	const chrome = markChrome(visits, source, address);
	const blocks = readHtmlBlocks(source, visits, chrome, findContent(visits, chrome));
	return { matter, languages, address, blocks: unwrapLines(restoreLinks(blocks, { base, address }), source) };
}

function parse(source: string): Root | null {
	try {
		return parser.parse(source);
	} catch (error) {
		// parsing HTML knows no errors, but the parser recurses: at some 3,000 levels it is out of stack
		if (error instanceof RangeError) return null;
		throw error;
	}
}

import { LIMITS, type Limits } from '../limits.ts';
import type { Engine } from '../options.ts';
import type { Text } from '../text/text.ts';
import type { Page } from './block.ts';
import { type MatterProblem, parseFrontMatter } from './front-matter.ts';
import { readHtmlDocument } from './html-document.ts';
import { readMarkdownBlocks } from './markdown-blocks.ts';
import { depthOfBlocks } from './mdast-depth.ts';

export type ReadPage =
	| { readonly page: Page; readonly problem: MatterProblem | null; readonly reject?: never }
	| { readonly reject: 'limit-nesting'; readonly page?: never };

/** An HTML document begins with a tag or declaration; markdown pages begin with front matter, a heading or text. */
const HTML_START = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|meta|body|title|\?xml)\b/i;

/** Reads a text into the blocks that markdown and HTML have in common. */
export function readPage(text: Text, engine: Engine, format?: 'markdown' | 'html', limits: Limits = LIMITS): ReadPage {
	if ((format ?? (HTML_START.test(text.value.slice(0, 8192)) ? 'html' : 'markdown')) === 'html') {
		const document = readHtmlDocument(text.value, limits.nesting);
		if ('reject' in document) return document;
		return { page: { format: 'html', ...document }, problem: null };
	}
	const { values, bodyStart, problem } = parseFrontMatter(text.value, limits.frontMatter);
	let deep = false;
	const blocks = readMarkdownBlocks(text.value, bodyStart, (markdown) => {
		const root = engine(markdown);
		deep = depthOfBlocks(root) > limits.nesting;
		return deep ? { type: 'root', children: [] } : root;
	});
	if (deep) return { reject: 'limit-nesting' };
	return { page: { format: 'markdown', matter: values, languages: [], address: null, blocks }, problem };
}

import type { Section } from '../../src/advisory/schema.ts';
import type { ParseOptions } from '../../src/options.ts';
import { recordOf } from '../invented-page.ts';

/** The tree, a line a section: indent by level, kind, title in parentheses. */
function treeOf(sections: readonly Section[]): string[] {
	const lines: string[] = [];
	const stack = [...sections].reverse();
	for (let section = stack.pop(); section !== undefined; section = stack.pop()) {
		lines.push(
			`${'  '.repeat(section.level - 1)}${section.kind}${section.title === null ? '' : ` (${section.title})`}`,
		);
		stack.push(...[...section.children].reverse());
	}
	return lines;
}

/** The tree of a page with this body. */
export const treeOfPage = (body: string, options: ParseOptions = {}, parts: Parameters<typeof recordOf>[1] = {}) =>
	treeOf(recordOf(body, parts, options).sections);

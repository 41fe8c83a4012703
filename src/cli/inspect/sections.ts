import type { Advisory, Section } from '../../advisory/schema.ts';
import { cutToWidth } from '../screen/display-width.ts';
import { LINE_WIDTH, lineNumber } from '../screen/line-number.ts';
import type { Paint } from '../screen/paint.ts';
import { printable } from '../screen/printable.ts';

const INDENT = 2;

/** The tree of sections: line, kind, title, and how much text stands in each. */
export function sectionLines({ sections }: Pick<Advisory, 'sections'>, paint: Paint, width: number): string[] {
	const lines: string[] = [];
	const stack: { section: Section; depth: number }[] = [];
	const push = (children: readonly Section[], depth: number): void => {
		for (const section of [...children].reverse()) stack.push({ section, depth });
	};
	push(sections, 0);
	for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
		const { section, depth } = top;
		const lead = ' '.repeat(Math.min(INDENT * depth, Math.floor(width / 2)));
		const size = section.text === '' ? '' : `, ${section.text.length} letters`;
		const title = printable(section.title ?? '(untitled)');
		const room = width - LINE_WIDTH - lead.length - section.kind.length - 2 - size.length;
		const kind = paint('cyan', section.kind);
		lines.push(
			`${lineNumber(section.line)}${lead}${kind}  ${cutToWidth(title, Math.max(10, room))}${paint('dim', size)}`,
		);
		push(section.children, depth + 1);
	}
	return lines;
}

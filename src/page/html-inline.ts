import type { Element } from 'hast';
import type { Place } from '../text/place.ts';
import type { LinkTarget, Run } from './block.ts';
import { attribute, placeOfNode } from './hast.ts';
import { readInline } from './inline.ts';

/** What the inline elements that were opened before a stretch of source make of its letters. */
export interface Style {
	readonly strong: boolean;
	readonly emphasis: boolean;
	readonly raised: boolean;
	readonly link: LinkTarget | null;
}

export const PLAIN: Style = { strong: false, emphasis: false, raised: false, link: null };

/** A stretch of source that is read in one piece. */
export interface Stretch extends Place {
	readonly style: Style;
}

/** The style inside an inline element. */
export function styleInside(style: Style, element: Element, source: string): Style {
	switch (element.tagName) {
		case 'b':
		case 'strong':
			return { ...style, strong: true };
		case 'i':
		case 'em':
			return { ...style, emphasis: true };
		case 'sup':
			return { ...style, raised: true };
		case 'a': {
			const url = attribute(element, 'href')?.trim() ?? null;
			const start = placeOfNode(element)?.start;
			if (url === null || start === undefined) return style;
			return { ...style, link: { url, start, end: source.indexOf('>', start) + 1 } };
		}
		default:
			return style;
	}
}

export function readStretches(source: string, stretches: readonly Stretch[]): Run[] {
	return stretches.flatMap(({ style, ...place }) => {
		const runs = readInline(source, place, { markdown: false });
		return style === PLAIN ? runs : runs.map((run) => applyStyle(run, style));
	});
}

const applyStyle = (run: Run, style: Style): Run => ({
	...run,
	strong: run.strong || style.strong,
	emphasis: run.emphasis || style.emphasis,
	raised: run.raised || style.raised,
	link: run.link ?? style.link,
});

/** Preformatted text: one line after the other, blanks kept. */
export function readCode(source: string, stretches: readonly Stretch[]): Run[] {
	const runs: Run[] = [];
	for (const stretch of stretches) {
		let start = stretch.start;
		for (const match of source.slice(stretch.start, stretch.end).matchAll(/\r\n?|\n/g)) {
			const end = stretch.start + match.index;
			const next = end + match[0].length;
			for (const run of readLine(source, { start, end, style: stretch.style })) runs.push(run);
			// the line end right after the tag is none
			if (runs.length > 0) runs.push({ ...LINE_END, start: end, end: next });
			start = next;
		}
		for (const run of readLine(source, { start, end: stretch.end, style: stretch.style })) runs.push(run);
	}
	while (runs.at(-1)?.kind === 'break') runs.pop();
	return runs;
}

const LINE_END = { kind: 'break', text: '\n', strong: false, emphasis: false, raised: false, link: null } as const;

const readLine = (source: string, line: Stretch): Run[] =>
	readStretches(source, [line]).map((run) => (run.kind === 'text' ? { ...run, kind: 'code' } : run));

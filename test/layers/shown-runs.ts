import type { Run } from '../../src/page/block.ts';

/**
 * Runs as a line that can be read: plain text as it is, everything else as `{styles|text}` with `b` bold, `i` italic,
 * `^` raised, `c` code, `@url` link; `⏎` is a hard break, `↵` a soft one. Neighbours of one style are one.
 */
export function shownRuns(runs: readonly Run[]): string {
	const parts: { style: string; text: string; link: Run['link'] }[] = [];
	for (const [index, run] of runs.entries()) {
		if (run.text === '' && runs[index + 1]?.link === run.link) continue;
		const text = run.kind === 'break' ? '⏎' : run.kind === 'soft' ? '↵' : run.text;
		const style = text === '⏎' || text === '↵' ? '' : styleOf(run);
		const last = parts.at(-1);
		if (last !== undefined && last.style === style && (style === '' || last.link === run.link)) last.text += text;
		else parts.push({ style, text, link: run.link });
	}
	return parts.map(({ style, text }) => (style === '' ? text : `{${style}|${text}}`)).join('');
}

const styleOf = ({ kind, strong, emphasis, raised, link }: Run): string =>
	[strong && 'b', emphasis && 'i', raised && '^', kind === 'code' && 'c', link !== null && `@${link.url}`]
		.filter((part) => part !== false)
		.join('');

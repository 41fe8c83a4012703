import type { Run } from './block.ts';

export interface Line {
	readonly runs: readonly Run[];
	/** Index of the line's first run, and of the first one after its end and the break there. */
	readonly from: number;
	readonly next: number;
}

/** The lines of an inline text as they stand in the source: ended by hard and soft breaks alike. */
export function linesOf(runs: readonly Run[]): Line[] {
	const lines: Line[] = [];
	let from = 0;
	for (let index = 0; index <= runs.length; index++) {
		const run = runs[index];
		if (run !== undefined && run.kind !== 'break' && run.kind !== 'soft') continue;
		lines.push({ runs: runs.slice(from, index), from, next: index + 1 });
		from = index + 1;
	}
	return lines;
}

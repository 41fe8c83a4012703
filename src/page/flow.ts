import type { Place } from '../text/place.ts';
import { countLeading } from '../text/search-sorted.ts';
import type { Run } from './block.ts';
import { withText } from './make-block.ts';

/** The letters of an inline text in a row, each with its place: what is split by markup (`M[S10-087](…)`) is whole here. */
export interface Flow {
	/** Soft breaks as blanks, hard ones as line ends, everything else as printed. */
	readonly text: string;
	readonly runs: readonly Run[];
	/** Offset in `text` at which each run begins. */
	readonly offsets: readonly number[];
}

export function flowOf(runs: readonly Run[]): Flow {
	let text = '';
	const offsets: number[] = [];
	for (const run of runs) {
		offsets.push(text.length);
		text += run.kind === 'soft' ? ' ' : run.kind === 'break' ? '\n' : run.text;
	}
	return { text, runs, offsets };
}

/** Index of the run that holds the letter at `offset` of the flow. */
export const runAt = ({ offsets }: Flow, offset: number): number =>
	Math.max(0, countLeading(offsets, (start) => start <= offset) - 1);

/** The place in the source of the letters from `from` to before `to`, both offsets in the flow's text. */
export function placeInFlow(flow: Flow, from: number, to: number): Place {
	const first = runAt(flow, from);
	const last = runAt(flow, Math.max(from, to - 1));
	return {
		start: offsetInRun(flow, first, from),
		end: to > from ? offsetInRun(flow, last, to - 1) + widthInRun(flow, last) : offsetInRun(flow, first, from),
	};
}

const isExact = (run: Run): boolean => run.text.length === run.end - run.start;

function offsetInRun(flow: Flow, index: number, offset: number): number {
	const run = flow.runs[index];
	if (run === undefined) return 0;
	return isExact(run) ? run.start + offset - (flow.offsets[index] as number) : run.start;
}

function widthInRun(flow: Flow, index: number): number {
	const run = flow.runs[index];
	return run === undefined || isExact(run) ? 1 : run.end - run.start;
}

/** The runs from `from` to before `to` of the flow's text, the first and last of them cut where they must be. */
export function sliceFlow(flow: Flow, from: number, to: number = flow.text.length): Run[] {
	const runs: Run[] = [];
	for (const [index, run] of flow.runs.entries()) {
		const start = flow.offsets[index] as number;
		const end = flow.offsets[index + 1] ?? flow.text.length;
		if (start >= to || (end <= from && end !== start) || (end === start && start < from)) continue;
		const head = Math.max(0, from - start);
		const tail = Math.max(0, end - to);
		if (head === 0 && tail === 0) runs.push(run);
		else if (isExact(run)) {
			const text = run.text.slice(head, run.text.length - tail);
			runs.push(withText(run, text, run.start + head, run.end - tail));
		}
	}
	return runs;
}

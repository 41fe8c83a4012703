import type { Host } from './host.ts';
import { formatBytes, formatDuration } from './quantity.ts';
import { cutToWidth } from './screen/display-width.ts';
import { screenWidth } from './screen/screen-width.ts';
import { writeTo } from './stream-lines.ts';
import type { Tally } from './tally.ts';

/** Milliseconds between two drawings. */
const PAUSE = 100;
const BAR = 20;
const START_OF_LINE = '\r\u001b[K';

export interface Progress {
	/** Draws, unless it was drawn a moment ago. */
	show(tally: Tally): Promise<void>;
	/** Takes the bar away, so that the summary stands in its place. */
	clear(): Promise<void>;
}

export const NO_PROGRESS: Progress = { show: async () => {}, clear: async () => {} };

/** A bar on stderr; `total` is the number of files. */
export function startProgress(host: Host, total: number): Progress {
	const started = host.now();
	const { show, clear } = startLine(host);
	return { show: (tally) => show((moment) => progressLine(tally, total, moment - started)), clear };
}

/** A line on stderr that is drawn over and over. */
export interface ProgressLine {
	/** Draws what is said at this moment, unless something was drawn a moment ago. */
	show(say: (moment: number) => string): Promise<void>;
	/** Takes it away, so that something else stands in its place. */
	clear(): Promise<void>;
}

export function startLine({ stderr, now }: Pick<Host, 'stderr' | 'now'>): ProgressLine {
	let drawn = Number.NEGATIVE_INFINITY;
	// what cannot be drawn is no reason to stop
	const draw = (text: string): Promise<void> => writeTo(stderr, text).catch(() => {});
	return {
		show: async (say) => {
			const moment = now();
			if (moment - drawn < PAUSE) return;
			drawn = moment;
			// the last column stays free: some terminals break the line there
			await draw(`${START_OF_LINE}${cutToWidth(say(moment), screenWidth(stderr, 80, 20, 200) - 1)}`);
		},
		clear: async () => {
			if (drawn !== Number.NEGATIVE_INFINITY) await draw(START_OF_LINE);
		},
	};
}

/** `[=====>    ] 412/1000 pages, 12.3 MB/s, 3 rejects, 0:48 left`. */
export function progressLine(tally: Tally, total: number, milliseconds: number): string {
	const share = total === 0 ? 1 : Math.min(1, tally.files / total);
	const full = Math.floor(share * BAR);
	const bar = full === BAR ? '='.repeat(BAR) : `${'='.repeat(full)}>`.padEnd(BAR);
	const parts = [`${tally.files}/${total} pages`];
	if (milliseconds > 0) parts.push(`${formatBytes((tally.bytes * 1000) / milliseconds)}/s`);
	parts.push(`${tally.rejects} rejects`);
	// a rate made of a handful of pages says nothing yet
	if (tally.files >= 5 && share < 1) {
		parts.push(`${formatDuration((milliseconds / tally.files) * (total - tally.files))} left`);
	}
	return `[${bar}] ${parts.join(', ')}`;
}

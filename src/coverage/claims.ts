import type { Run } from '../page/block.ts';
import type { Place } from '../text/place.ts';
import { countLeading } from '../text/search-sorted.ts';

/** Letters of a text, and how many of them lie in places that are claimed. */
export interface Letters {
	readonly letters: number;
	readonly claimed: number;
}

/** The same stretches in order, those that touch or overlap as one. */
export function mergePlaces(places: readonly Place[]): Place[] {
	const merged: { start: number; end: number }[] = [];
	for (const { start, end } of [...places].sort((one, other) => one.start - other.start)) {
		const last = merged.at(-1);
		if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return merged;
}

/** Counts letters and digits of runs; `claims` are merged. */
export function countLetters(runs: readonly Run[], claims: readonly Place[]): Letters {
	let letters = 0;
	let claimed = 0;
	for (const run of runs) {
		const own = lettersIn(run.text);
		if (own === 0) continue;
		letters += own;
		for (let at = firstAfter(claims, run.start); at < claims.length; at++) {
			const { start, end } = claims[at] as Place;
			if (start >= run.end) break;
			const exact = run.text.length === run.end - run.start;
			claimed += exact ? lettersIn(run.text.slice(Math.max(0, start - run.start), end - run.start)) : own;
			// one letter that stands for several of the source is claimed once
			if (!exact) break;
		}
	}
	return { letters, claimed };
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Index of the first stretch that ends after the offset. */
const firstAfter = (places: readonly Place[], offset: number): number =>
	countLeading(places, ({ end }) => end <= offset);

import type { Check } from './check.ts';

/** Day and month of a dateline that were exchanged when the page was made: the revisions show it. Never mended. */
export const checkSwappedDates: Check = ({ diagnostics }, { advisory, candidates }) => {
	const dates = advisory.revisions.flatMap(({ date }) => date ?? []).sort();
	for (const [field, revision] of [
		['published', dates[0]],
		['updated', dates.at(-1)],
	] as const) {
		const printed = advisory[field];
		if (printed === null || revision === undefined || printed === revision || swap(printed) !== revision) continue;
		diagnostics.add('date-swapped', candidates.get(field)?.[0]?.place ?? null, { actual: printed, expected: revision });
	}
};

const swap = (iso: string): string => `${iso.slice(0, 4)}-${iso.slice(8)}-${iso.slice(5, 7)}`;

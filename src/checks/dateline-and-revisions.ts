import type { Check } from './check.ts';

/** The last date under the titles should be that of the latest revision; the local calendar makes a day's difference. */
export const checkDatelineAndRevisions: Check = ({ diagnostics }, { advisory, candidates }) => {
	const latest = advisory.revisions
		.flatMap(({ date }) => date ?? [])
		.sort()
		.at(-1);
	const field = advisory.updated === null ? 'published' : 'updated';
	const printed = advisory[field];
	if (latest === undefined || printed === null || Math.abs(Date.parse(latest) - Date.parse(printed)) <= 86_400_000)
		return;
	diagnostics.add('dateline-revision-differs', candidates.get(field)?.[0]?.place ?? null, {
		actual: printed,
		expected: latest,
	});
};

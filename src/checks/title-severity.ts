import type { Check } from './check.ts';

/** Titles are often translated wrong: the page's own rating wins, the title's is told. */
export const checkTitleSeverity: Check = ({ diagnostics }, { advisory, candidates }) => {
	const title = candidates.get('severity')?.find(({ origin }) => origin === 'title');
	if (title === undefined || title.value === advisory.severity) return;
	diagnostics.add('title-severity-differs', title.place, { actual: String(title.value), expected: advisory.severity });
};

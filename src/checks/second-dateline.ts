import type { Check } from './check.ts';

/** Old pages repeat the dates as labels below; the first line wins, the other date is told. */
export const checkSecondDateline: Check = ({ diagnostics }, { advisory, candidates }) => {
	for (const field of ['published', 'updated', 'version'] as const) {
		const [, ...later] = (candidates.get(field) ?? []).filter(({ origin }) => origin !== 'latest revision');
		for (const { value, place } of later) {
			if (value === null || value === advisory[field]) continue;
			diagnostics.add('second-dateline', place, { actual: String(value), expected: advisory[field] });
		}
	}
};

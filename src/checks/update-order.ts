import type { Check } from './check.ts';

/** A page should not be updated before it is published. */
export const checkUpdateOrder: Check = ({ diagnostics }, { advisory, candidates }) => {
	const { published, updated } = advisory;
	if (published === null || updated === null || updated >= published) return;
	diagnostics.add('updated-before-published', candidates.get('updated')?.[0]?.place ?? null, {
		actual: updated,
		expected: published,
	});
};

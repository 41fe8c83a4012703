import type { Check } from './check.ts';

/** A page should print when it was published. In an unknown language, nothing can be said of that. */
export const checkDateline: Check = ({ language, diagnostics }, { advisory, candidates }) => {
	if (language.language === null || advisory.published !== null) return;
	const [line] = candidates.get('published') ?? [];
	diagnostics.add('dateline-missing', line?.place ?? null, { actual: advisory.updated });
};

import type { Check } from './check.ts';

/** The text of a page should be in the language of its locale. */
export const checkLanguage: Check = ({ identity, language, diagnostics }, { advisory }) => {
	const read = language.language?.locale ?? null;
	if (identity.locale === null) diagnostics.add('locale-undeclared', null, { actual: read });
	if (read === null) diagnostics.add('language-unknown', null, { actual: advisory.locale });
	else if (identity.locale !== null && read !== identity.locale) {
		diagnostics.add('language-differs', null, { actual: read, expected: identity.locale });
	}
};

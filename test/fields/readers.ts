import { type Language, prepareLanguage } from '../../src/language/prepare.ts';
import { LOCALES } from '../../src/locales/index.ts';

/** The languages by which a page of a locale is read: its own, then English. */
export function readersOf(locale: string): Language[] {
	const packs = [locale, 'en-US'].map((tag) => LOCALES.find((pack) => pack.locale === tag));
	return [...new Set(packs)].map((pack) => {
		if (pack === undefined) throw new Error(`no pack ${locale}`);
		return prepareLanguage(pack);
	});
}

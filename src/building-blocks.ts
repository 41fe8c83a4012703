import { engine as packageEngine } from '#engine';
import { findDate } from './language/dates.ts';
import { prepareLanguage } from './language/prepare.ts';
import { effectiveLimits } from './limits.ts';
import { LOCALES } from './locales/index.ts';
import type { ParseOptions } from './options.ts';
import type { Page } from './page/block.ts';
import { readPage as readText } from './page/read-page.ts';
import { decode } from './text/decode.ts';

/**
 * Reads a page into front matter and blocks, tables with their cells among them, without asking what it is.
 * `null` where it is no text, or nested too deep.
 */
export function readPage(
	source: string | Uint8Array,
	options: Pick<ParseOptions, 'engine' | 'format' | 'limits'> = {},
): Page | null {
	const decoded = decode(source);
	if ('reject' in decoded) return null;
	const { engine = packageEngine, format, limits } = options;
	return readText(decoded.text, engine, format, effectiveLimits(limits)).page ?? null;
}

/**
 * Reads a date as pages of a locale print it, with words before or after it or none.
 * @param locale BCP 47 tag of a built-in pack
 * @returns `yyyy-mm-dd`; `null` where the text has no date, or none of the calendar
 * @throws {TypeError} where no pack of the locale is built in
 */
export function parseLocalizedDate(text: string, locale: string): string | null {
	const pack = LOCALES.find((candidate) => candidate.locale === locale);
	if (pack === undefined) throw new TypeError(`there is no locale pack "${locale}"`);
	return findDate(text, [prepareLanguage(pack).dates], 'dateline')?.date ?? null;
}

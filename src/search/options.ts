import { IMPACTS, type Impact, KINDS, type Kind, SEVERITIES, type Severity } from '../advisory/words.ts';
import { SearchError } from './search-error.ts';

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** What to find. Filters on facts hold where any of a document's pages says so, for the facts of its translations are equal. */
export interface SearchOptions {
	/** Words, `"phrases"`, `-word`, `word*`, or an id in any spelling; without any, the filters alone decide. */
	readonly words?: string;
	/** BCP 47 tag or its language alone: only documents that have such a page, which is then shown. */
	readonly locale?: string;
	readonly kind?: Kind;
	readonly severity?: Severity;
	readonly impact?: Impact;
	/** English name of an affected product, component or family, or words of it: `Windows XP`, `Internet Explorer 7`. */
	readonly product?: string;
	/** Article that the page names: `958644`, `KB958644`. */
	readonly kb?: string;
	/** CVE that the page names. */
	readonly cve?: string;
	/** First day of publication, `YYYY-MM-DD`; a month or a year alone begins with its first day. */
	readonly since?: string;
	/** Last day of publication; a month or a year alone ends with its last day. */
	readonly until?: string;
	/** Without it `relevance`, or `newest` where there are no words. */
	readonly sort?: Sort;
	/** Most hits that are given, 10 where it is not said. */
	readonly limit?: number;
	/** Adds the other languages of each hit. */
	readonly allLocales?: boolean;
	/** Adds counts of documents by kind, severity, impact, locale, family and year. */
	readonly facets?: boolean;
	/** What stands around the found words of a snippet; two asterisks where it is not said. */
	readonly marks?: readonly [string, string];
}

const MOST_HITS = 1000;
const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Throws a `SearchError` for values that no document could have, which would find nothing without a word about why. */
export function checkOptions(options: SearchOptions): void {
	const { words, kind, severity, impact, product, kb, cve, sort, limit = 10, since, until, locale } = options;
	// callers without types
	for (const [name, value] of Object.entries({ words, product, kb, cve, since, until, locale })) {
		if (value !== undefined && typeof value !== 'string') throw new SearchError('query', `${name} must be a string`);
	}
	checkWord('kind', kind, KINDS);
	checkWord('severity', severity, SEVERITIES);
	checkWord('impact', impact, IMPACTS);
	checkWord('sort', sort, SORTS);
	if (!Number.isInteger(limit) || limit < 0 || limit > MOST_HITS) {
		throw new SearchError('query', `limit must be a whole number from 0 to ${MOST_HITS}`);
	}
	for (const [name, day] of Object.entries({ since, until })) {
		if (day !== undefined && !isDay(day)) {
			throw new SearchError('query', `${name} ${day} is no day; write it as 2008-10-23, 2008-10 or 2008`);
		}
	}
	if (since !== undefined && until !== undefined && isAfter(since, until)) {
		throw new SearchError('query', `since ${since} is after until ${until}, so that no day is left`);
	}
	if (locale !== undefined && !/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(locale)) {
		throw new SearchError('query', `locale ${locale} is no language tag; write it as in zh-TW`);
	}
}

/** Whether it is in the calendar, as far as it goes. */
function isDay(text: string): boolean {
	const [, year, month = '01', day = '01'] = DAY.exec(text) ?? [];
	const date = new Date(`${year}-${month}-${day}`);
	return year !== undefined && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** Whether the first day of one is after the last day of the other. */
const isAfter = (since: string, until: string): boolean => since > `${until}~`;

function checkWord(name: string, word: string | undefined, known: readonly string[]): void {
	if (word === undefined || known.includes(word)) return;
	throw new SearchError('query', `${name} ${word} is not known; take one of ${known.join(', ')}`);
}

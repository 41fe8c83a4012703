import type { Blame } from './diagnostic.ts';

interface Rule {
	readonly severity: 'error' | 'warning' | 'info';
	readonly blame: Blame;
	/** One sentence: what it means that the rule fired. */
	readonly meaning: string;
	/** What a page looks like on which it fires. */
	readonly example: string;
}

const rule = (severity: Rule['severity'], blame: Blame, meaning: string, example: string): Rule => ({
	severity,
	blame,
	meaning,
	example,
});

/** Every rule that can be reported. `docs/rules.md` is generated from this table. */
export const RULES = {
	// rejects
	'not-an-advisory': rule(
		'error',
		'page',
		'The page prints no id of an advisory, bulletin, summary or vulnerability research advisory as its own.',
		'a how-to page that mentions MS03-026',
	),
	'index-page': rule(
		'error',
		'page',
		'The page is a list of links to advisories, not an advisory.',
		'the root page of a kind of documents',
	),
	'empty-page': rule('error', 'page', 'The page has no text.', 'a file of blanks'),
	'not-text': rule(
		'error',
		'page',
		'The bytes are no text in any encoding that they declare.',
		'an image with the wrong extension',
	),
	'too-large': rule('error', 'limit', 'The page is larger than the limit.', 'a file of 100 MB'),
	'limit-nesting': rule('error', 'limit', 'The page nests deeper than the limit.', '25,000 quotes in each other'),
	unreadable: rule('error', 'page', 'The file could not be read.', 'a file without read permission'),
	'page-timeout': rule(
		'error',
		'limit',
		'The page was not read within the time that a page has.',
		'a page on which an engine hangs',
	),
	'page-memory': rule(
		'error',
		'limit',
		'Reading the page took more memory than a worker has.',
		'a page that an engine blows up',
	),
	'worker-died': rule(
		'error',
		'page',
		'The program failed on the page, which is a defect that should be reported.',
		'a page that ends the thread that reads it',
	),
	// limits
	'limit-front-matter': rule(
		'warning',
		'limit',
		'The front matter is longer than the limit; it is read as text.',
		'front matter of 20 kB',
	),
	'limit-table-cells': rule(
		'warning',
		'limit',
		'The tables of the page have more cells than the limit, spans laid out; no rows are read from this one.',
		'a table of 10,000 columns and rows',
	),
	'limit-links': rule(
		'warning',
		'limit',
		'The page has more links than the limit; this one is not in `links`.',
		'a list of 20,000 addresses',
	),
	// head
	'front-matter-unreadable': rule(
		'warning',
		'page',
		'The front matter is not YAML that can be read; the page is read without it.',
		'`---js`',
	),
	'encoding-conflict': rule(
		'info',
		'page',
		'The declared encoding contradicts the bytes; the bytes win.',
		'UTF-8 declared as iso-8859-1',
	),
	'encoding-lossy': rule(
		'warning',
		'page',
		'Some bytes have no letter in the encoding; they are U+FFFD.',
		'a truncated double-byte letter',
	),
	'front-matter-damaged': rule(
		'info',
		'page',
		'The front matter has no opening delimiter; a line in its place is left out.',
		'a sentence before `TOCTitle:`',
	),
	// identity
	'id-conflict': rule(
		'warning',
		'page',
		'Title, front matter, address or file name print different ids.',
		'title MS16-019 on the page of MS16-091',
	),
	'locale-undeclared': rule(
		'info',
		'page',
		'The page declares no locale; the language it is written in is taken.',
		'a page without front matter outside a locale folder',
	),
	'language-unknown': rule(
		'info',
		'pack',
		'No locale pack fits the words of the page.',
		'a page in a language without a pack',
	),
	'language-differs': rule(
		'warning',
		'page',
		'The page is written in another language than its locale.',
		'an English page in the German folder',
	),
	// dates
	'dateline-missing': rule(
		'warning',
		'page',
		'The page prints no date of publication under its titles.',
		'a page without dateline',
	),
	'date-unreadable': rule(
		'warning',
		'page',
		'What stands where a date belongs is no date of the calendar.',
		'29 February 2014',
	),
	'revision-date-unreadable': rule(
		'warning',
		'page',
		'An entry of the revision history prints no date of the calendar.',
		'V1.0 (12 giugno)',
	),
	'second-dateline': rule(
		'warning',
		'page',
		'A later line under the titles prints another date or version than the first.',
		'a bold date below the dateline that is a day later',
	),
	'weekday-differs': rule('warning', 'page', 'A printed weekday is not that of its date.', 'Monday, 10 March 2009'),
	'updated-before-published': rule(
		'warning',
		'page',
		'The date of the last update lies before that of publication.',
		'published 3 October, updated 11 March 2009',
	),
	'date-swapped': rule(
		'warning',
		'page',
		'Day and month of a date under the titles look exchanged: the revisions have them the other way round.',
		'3 October for 10 March',
	),
	'revision-order': rule(
		'info',
		'page',
		'An entry of the revision history is out of the order of dates.',
		'V1.1 of May before V1.0 of June',
	),
	'revision-before-publication': rule(
		'warning',
		'page',
		'An entry of the revision history is older than the page.',
		'a year mistyped in a revision',
	),
	'dateline-revision-differs': rule(
		'info',
		'page',
		'The last date under the titles is not that of the latest revision.',
		'a page revised without a new date of update',
	),
	// words
	'unknown-heading': rule(
		'info',
		'pack',
		'No kind of section is known for a heading; its text is kept as `other`.',
		'a heading that names a free topic',
	),
	'rating-unreadable': rule(
		'warning',
		'pack',
		'A cell of a rating column holds words that no pack knows as a rating.',
		'a misspelled severity',
	),
	'rating-unjoined': rule(
		'warning',
		'page',
		'A rating names software that is in no row of the affected software.',
		'a matrix whose names no list has',
	),
	'ratings-differ': rule(
		'info',
		'limit',
		'The products of one row are rated apart; the row has the highest of their ratings, this one is left out.',
		'Windows XP Service Pack 1 and Service Pack 2 in one row, with a column each',
	),
	'impact-unreadable': rule(
		'warning',
		'pack',
		'A line that names the impact holds words that no pack knows as one; they count as `other`.',
		'a misspelled impact',
	),
	'restart-unreadable': rule(
		'info',
		'pack',
		'What is printed about a restart is no sentence that a pack knows; `restart` is left open.',
		'`Restart the service afterwards.`',
	),
	'title-severity-unreadable': rule(
		'info',
		'pack',
		'The words behind the id in a title are no rating that a pack knows.',
		'a rating with a letter lost',
	),
	'title-severity-differs': rule(
		'warning',
		'page',
		'The rating in the title is not the one that the page gives.',
		'a title that says moderate on a page that says critical',
	),
	'table-unread': rule(
		'warning',
		'pack',
		'A table names products, but has columns that no pack knows; no rows are read from it.',
		'a matrix of operating systems and services',
	),
	'cell-beside-heading': rule(
		'warning',
		'page',
		'A row that is a heading over other rows has a cell of its own beside it.',
		'a replaced bulletin beside a bold group row',
	),
	'row-without-product': rule(
		'warning',
		'page',
		'A row has a rating or an impact where its product should stand; no row is made of it.',
		'a row that lost the cells which reach over it',
	),
	// links
	'link-text-differs': rule(
		'warning',
		'page',
		'The text of a link names another article, CVE or bulletin than its target.',
		'MS05-052 that leads to MS05-054',
	),
	'link-not-absolute': rule(
		'info',
		'page',
		'A link leads to no absolute address; it is not in `links`.',
		'`(#kbarticle)`',
	),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

import type { Database, Row } from './driver.ts';
import { countFacets, type Facets } from './facets.ts';
import { conditionsOf } from './filters.ts';
import { type TermFinder, termFinder } from './find-terms.ts';
import { type FoundDocument, groupByDocument, sortDocuments } from './hits.ts';
import { openIndexFile } from './index-file.ts';
import { locate } from './locate.ts';
import { IN_LOCALE, type Match, matchPages } from './match.ts';
import { checkOptions, type SearchOptions } from './options.ts';
import { parseQuery, shownTerms } from './parse-query.ts';

/** A document that was found, as one of its pages. */
export interface Hit {
	readonly id: string;
	readonly recordId: string;
	readonly locale: string;
	readonly title: string;
	readonly headline: string | null;
	/** ISO date. */
	readonly published: string | null;
	/** Path of the source file, as in the record. */
	readonly path: string | null;
	/** 1-based line of the section, or of the question, that the snippet is from. */
	readonly line: number;
	/** Text of the page with marks around the words that were found. */
	readonly snippet: string;
	/** Higher is better; comparable within one answer only. */
	readonly score: number;
	/** All languages of the document, where they were asked for. */
	readonly translations?: readonly Translation[];
}

export interface Translation {
	readonly recordId: string;
	readonly locale: string;
	readonly title: string;
	readonly headline: string | null;
	readonly path: string | null;
}

export interface SearchResult {
	/** How many documents were found. */
	readonly total: number;
	readonly hits: readonly Hit[];
	readonly facets?: Facets;
}

/** An index that is open. It goes on answering from the state it was opened in while a new one is built. */
export interface SearchIndex {
	/** Throws a `SearchError` whose message says what is wrong with what was asked. */
	search(options: SearchOptions): SearchResult;
	close(): void;
}

const MARKS = ['**', '**'] as const;
const LIMIT = 10;

/**
 * Opens an index. Throws a `SearchError` where there is none, it is none of ours, of another version or damaged, or the
 * package `libsql` is not installed.
 */
export function openIndex(path: string): SearchIndex {
	const database = openIndexFile(path);
	return {
		search: (options) => search(database, options),
		close: () => database.close(),
	};
}

function search(database: Database, options: SearchOptions): SearchResult {
	checkOptions(options);
	const { words = '', locale, limit = LIMIT, allLocales = false, facets = false } = options;
	const query = words.trim() === '' ? null : parseQuery(words);
	const scope = facets ? 'every page' : { bestIn: locale ?? null };
	const matches = matchPages(database, query, conditionsOf(options, database), scope);
	const shown = locale === undefined ? null : pagesIn(database, locale);
	const found = groupByDocument(matches, shown);
	const documents = sortDocuments(found, options.sort ?? (query === null ? 'newest' : 'relevance'));
	const terms = query === null ? [] : shownTerms(query);
	const find = termFinder(terms);
	const hits = documents.slice(0, limit).map((document) => {
		const hit = hitOf(database, document, find, terms.length, options.marks ?? MARKS);
		return allLocales ? { ...hit, translations: translationsOf(database, document.id) } : hit;
	});
	const result = { total: documents.length, hits };
	return facets ? { ...result, facets: countFacets(database, countedPages(matches, documents)) } : result;
}

/** Pages in a language, of which the region need not be said. */
function pagesIn(database: Database, locale: string): Match[] {
	return database
		.prepare(`SELECT page, id, locale, kind, severity, published, 0 AS score FROM advisories a WHERE ${IN_LOCALE}`)
		.all([locale, locale]) as unknown as Match[];
}

function countedPages(matches: readonly Match[], documents: readonly FoundDocument[]): Match[] {
	const ids = new Set(documents.map(({ id }) => id));
	return matches.filter(({ id }) => ids.has(id));
}

function hitOf(
	database: Database,
	{ page, score }: FoundDocument,
	find: TermFinder,
	terms: number,
	marks: readonly [string, string],
): Hit {
	const [row] = database
		.prepare('SELECT id, record_id, locale, title, headline, published, path FROM advisories WHERE page = ?')
		.all([page]) as [Row];
	const title = row.title as string;
	const headline = row.headline as string | null;
	const heading = headline === null || (find(headline).length === 0 && find(title).length > 0) ? title : headline;
	const { line, snippet } = locate(database, page, heading, find, terms, marks);
	return {
		id: row.id as string,
		recordId: row.record_id as string,
		locale: row.locale as string,
		title,
		headline,
		published: row.published as string | null,
		path: row.path as string | null,
		line,
		snippet,
		score: Math.round(score * 1000) / 1000,
	};
}

function translationsOf(database: Database, id: string): Translation[] {
	return database
		.prepare(
			`SELECT record_id AS recordId, locale, title, headline, path FROM advisories
				WHERE id = ? ORDER BY locale, path`,
		)
		.all([id]) as unknown as Translation[];
}

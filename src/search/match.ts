import type { TypedId } from './document-ids.ts';
import type { Database, SqlValue } from './driver.ts';
import type { Condition } from './filters.ts';
import type { Query, Term } from './parse-query.ts';
import { WEIGHTS } from './schema.ts';

/** A page that has what was asked for. */
export interface Match {
	readonly page: number;
	readonly id: string;
	readonly locale: string;
	readonly kind: string;
	readonly severity: string | null;
	readonly published: string | null;
	/** Higher is better. */
	readonly score: number;
}

const RANK = `-bm25(page_text, ${WEIGHTS.title}, ${WEIGHTS.headline}, ${WEIGHTS.text})`;

/**
 * What to give of a document that several pages match: all of them, or the best, in and outside of a locale where one is
 * asked for.
 */
export type Scope = 'every page' | { readonly bestIn: string | null };

/** More pages than this are found by common words alone, which say little in the text: ranked by title and headline. */
const MANY_PAGES = 1500;

/** Pages with all words of a query, and none of those that must not be there, under further conditions. */
export function matchPages(
	database: Database,
	query: Query | null,
	conditions: readonly Condition[],
	scope: Scope,
): Match[] {
	const select: Select = (sql, values, all) => selectMatches(database, scope, sql, values, all);
	if (query === null) return select('SELECT page, 0 AS score FROM advisories', [], conditions);
	if (query.id !== null) {
		const named = select(...pagesOfId(query.id), conditions);
		if (named.length > 0) return named;
	}
	// an id that no record has is looked for as it is printed
	const isById = ({ id }: Term): boolean => id !== null && query.id === null;
	const words = query.terms.filter((term) => !isById(term));
	const named = query.terms.filter(isById).map(namedCondition);
	const expression = matchExpression(words);
	if (expression !== null) {
		return select(...rankedPages(database, expression, words), [...named, ...conditions]);
	}
	// ids alone, several of them, or with words that must not be there
	const excluded = matchExpression(
		words.map((term) => ({ ...term, isExcluded: false })),
		' OR ',
	);
	const without: Condition[] =
		excluded === null
			? []
			: [{ sql: 'a.page NOT IN (SELECT rowid FROM page_text WHERE page_text MATCH ?)', values: [excluded] }];
	return select('SELECT page, 1 AS score FROM advisories', [], [...named, ...without, ...conditions]);
}

type Select = (sql: string, values: readonly SqlValue[], conditions: readonly Condition[]) => Match[];

function selectMatches(
	database: Database,
	scope: Scope,
	sql: string,
	values: readonly SqlValue[],
	conditions: readonly Condition[],
): Match[] {
	const where = conditions.map((condition) => `(${condition.sql})`).join(' AND ') || 'TRUE';
	const isAll = scope === 'every page';
	const locales = isAll || scope.bestIn === null ? [] : [scope.bestIn];
	// beside max() SQLite gives the other columns of the same row
	const score = isAll ? 'found.score' : 'max(found.score)';
	const group = isAll ? '' : `GROUP BY a.id${locales.map(() => `, ${IN_LOCALE}`).join('')}`;
	const rows = database
		.prepare(
			`WITH found AS MATERIALIZED (${sql})
				SELECT a.page, a.id, a.locale, a.kind, a.severity, a.published, ${score} AS score
				FROM found JOIN advisories a USING (page) WHERE ${where} ${group}`,
		)
		.all([...values, ...conditions.flatMap((condition) => condition.values), ...locales.flatMap((one) => [one, one])]);
	return rows as unknown as Match[];
}

/** Whether a page `a` is in a locale, of which the region need not be said; takes the locale twice. */
export const IN_LOCALE = "(a.locale = ? COLLATE NOCASE OR a.locale LIKE ? || '-%')";

/** Pages that match, each with its rank. */
function rankedPages(database: Database, expression: string, terms: readonly Term[]): [string, SqlValue[]] {
	const ranked = `SELECT rowid AS page, ${RANK} AS score FROM page_text WHERE page_text MATCH ?`;
	const [counted] = database
		.prepare('SELECT count(*) AS pages FROM page_text WHERE page_text MATCH ?')
		.all([expression]);
	if ((counted?.pages as number) <= MANY_PAGES) return [ranked, [expression]];
	const anyOfThem = matchExpression(
		terms.filter(({ isExcluded }) => !isExcluded),
		' OR ',
	);
	return [
		`WITH heading AS MATERIALIZED (${ranked}),
			many AS MATERIALIZED (SELECT rowid AS page FROM page_text WHERE page_text MATCH ?)
			SELECT page, coalesce(heading.score, 0) AS score FROM many LEFT JOIN heading USING (page)`,
		[`{title headline}: ${anyOfThem}`, expression],
	];
}

/** Tokens hold letters and digits alone, so that nothing in them is an operator; `null` without a word to be found. */
function matchExpression(terms: readonly Term[], joined = ' AND '): string | null {
	const written = (wanted: boolean): string[] =>
		terms
			.filter(({ isExcluded }) => isExcluded !== wanted)
			.map(({ tokens, isPrefix }) => `"${tokens.join(' ')}"${isPrefix ? '*' : ''}`);
	const [wanted, excluded] = [written(true), written(false)];
	if (wanted.length === 0) return null;
	return `(${wanted.join(joined)})${excluded.length === 0 ? '' : ` NOT (${excluded.join(' OR ')})`}`;
}

/** A word that is an id: what the page names, however it is printed there. */
function namedCondition({ id, isExcluded }: Term): Condition {
	const { form, id: name } = id as TypedId;
	const pages =
		form === 'article'
			? 'SELECT page FROM kbs WHERE kb = ? UNION SELECT page FROM advisories WHERE id = ?'
			: form === 'cve'
				? 'SELECT page FROM cves WHERE cve = ?'
				: 'SELECT page FROM bulletins WHERE bulletin = ? UNION SELECT page FROM advisories WHERE id = ?';
	return {
		sql: `a.page ${isExcluded ? 'NOT ' : ''}IN (${pages})`,
		values: form === 'cve' ? [name] : [name, name],
	};
}

/** The pages that an id stands for: the document itself, else those that are about it, else those that name it. */
function pagesOfId({ form, id }: TypedId): [string, SqlValue[]] {
	if (form === 'cve') {
		return [
			`SELECT page, max(CASE kind WHEN 'summary' THEN 1 ELSE 2 END) AS score
				FROM cves JOIN advisories USING (page) WHERE cve = ? GROUP BY page`,
			[id],
		];
	}
	const own = 'SELECT page, 3 AS score FROM advisories WHERE id = ?1';
	if (form === 'document') {
		return [
			`${own} UNION ALL SELECT DISTINCT page, 1 FROM bulletins
				WHERE bulletin = ?1 AND NOT EXISTS (${own})`,
			[id],
		];
	}
	const about = "SELECT page, 2 AS score FROM kbs WHERE kb = ?1 AND role = 'page'";
	const updates = "SELECT page, 2 AS score FROM kbs WHERE kb = ?1 AND role IN ('page', 'update')";
	return [
		`${own} UNION ALL ${about}
			UNION ALL SELECT DISTINCT page, 2 FROM kbs WHERE kb = ?1 AND role = 'update' AND NOT EXISTS (${about})
			UNION ALL SELECT DISTINCT page, 1 FROM kbs WHERE kb = ?1 AND NOT EXISTS (${updates} UNION ALL ${own})`,
		[id],
	];
}

import { nameTokens } from '../language/name-tokens.ts';
import { readId } from './document-ids.ts';
import type { Database, SqlValue } from './driver.ts';
import type { SearchOptions } from './options.ts';
import { SearchError } from './search-error.ts';

/** A condition of SQL on a row `a` of `advisories`. */
export interface Condition {
	readonly sql: string;
	readonly values: readonly SqlValue[];
}

/** Documents of which any page has a row in a table of facts that fulfils a condition. */
const byFact = (table: string, sql: string, value: SqlValue): Condition => ({
	sql: `a.id IN (SELECT id FROM advisories JOIN ${table} USING (page) WHERE ${sql})`,
	values: [value],
});

/** The filters as conditions that all hold. */
export function conditionsOf(options: SearchOptions, database: Database): Condition[] {
	const { kind, severity, impact, product, kb, cve, since, until } = options;
	const conditions: Condition[] = [];
	if (kind !== undefined) conditions.push({ sql: 'a.kind = ?', values: [kind] });
	if (severity !== undefined)
		conditions.push({ sql: 'a.id IN (SELECT id FROM advisories WHERE severity = ?)', values: [severity] });
	if (impact !== undefined) conditions.push(byFact('impacts', 'impact = ?', impact));
	if (product !== undefined) conditions.push(productCondition(product, database));
	if (kb !== undefined) conditions.push(byFact('kbs', 'kb = ?', idOf(kb, ['article', 'number'], 'kb', '958644')));
	if (cve !== undefined) conditions.push(byFact('cves', 'cve = ?', idOf(cve, ['cve'], 'cve', 'CVE-2008-4250')));
	if (since !== undefined) conditions.push({ sql: 'a.published >= ?', values: [since] });
	// a day of a month or a year sorts after it, and before what follows it
	if (until !== undefined) conditions.push({ sql: 'a.published <= ?', values: [`${until}~`] });
	return conditions;
}

function idOf(typed: string, forms: readonly string[], name: string, example: string): string {
	const id = readId(/^\d{5}$/.test(typed) ? `KB${typed}` : typed);
	if (id !== null && forms.includes(id.form)) return id.id;
	throw new SearchError('query', `${name} ${typed} is none; write it as in ${example}`);
}

/** Products, components and families whose names have these words next to each other, whatever the case. */
function productCondition(typed: string, database: Database): Condition {
	const wanted = wordsOf(typed);
	if (wanted.length === 0) throw new SearchError('query', `product ${typed} has no letters; write it as in Windows XP`);
	const wantedNames = (table: string, column: string): string =>
		JSON.stringify(
			namesIn(database, table, column)
				.filter(({ words }) => holds(words, wanted))
				.map(({ name }) => name),
		);
	return {
		sql: `a.id IN (SELECT id FROM advisories JOIN products USING (page)
				WHERE status = 'affected' AND product IN (SELECT value FROM json_each(?))
			UNION SELECT id FROM advisories JOIN products USING (page)
				WHERE status = 'affected' AND component IN (SELECT value FROM json_each(?))
			UNION SELECT id FROM advisories JOIN families USING (page) WHERE family IN (SELECT value FROM json_each(?)))`,
		values: [
			wantedNames('products', 'product'),
			wantedNames('products', 'component'),
			wantedNames('families', 'family'),
		],
	};
}

interface Name {
	readonly name: string;
	readonly words: readonly string[];
}

/** An index that is open does not change. */
const known = new WeakMap<Database, Map<string, readonly Name[]>>();

/** The different names in a column. */
function namesIn(database: Database, table: string, column: string): readonly Name[] {
	const lists = known.get(database) ?? new Map<string, readonly Name[]>();
	known.set(database, lists);
	const list =
		lists.get(column) ??
		database
			.prepare(`SELECT DISTINCT ${column} AS name FROM ${table} WHERE ${column} IS NOT NULL`)
			.all([])
			.map(({ name }) => ({ name: name as string, words: wordsOf(name as string) }));
	lists.set(column, list);
	return list;
}

/** As names are read: `8.1` is one word and not 8, 4.0 is 4, and the maker's name is none. */
const wordsOf = (name: string): string[] => nameTokens(name).tokens.map(({ text }) => text.replace(/(?:\.0)+$/, ''));

const holds = (words: readonly string[], wanted: readonly string[]): boolean =>
	words.some((_, at) => wanted.every((word, index) => words[at + index] === word));

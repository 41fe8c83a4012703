/** How a table of the index is described. */
export interface Column {
	readonly name: string;
	readonly type: 'INTEGER' | 'TEXT' | 'BLOB';
	/** What follows the type in the statement. */
	readonly rule?: string;
	readonly meaning: string;
}

export interface Table {
	readonly name: string;
	readonly meaning: string;
	readonly columns: readonly Column[];
	readonly primaryKey?: string;
	/** Lists of columns by which rows are found. */
	readonly indexes?: readonly string[];
	/** Of a view, what it selects. */
	readonly select?: string;
}

export const page: Column = {
	name: 'page',
	type: 'INTEGER',
	rule: 'NOT NULL',
	meaning: 'The page, as in `advisories`.',
};
export const position: Column = {
	name: 'position',
	type: 'INTEGER',
	rule: 'NOT NULL',
	meaning: 'Place in the order of the record, from 0.',
};
export const line: Column = { name: 'line', type: 'INTEGER', meaning: '1-based line of the source file.' };
export const text = (name: string, meaning: string, rule?: string): Column =>
	rule === undefined ? { name, type: 'TEXT', meaning } : { name, type: 'TEXT', rule, meaning };
export const whole = (name: string, meaning: string, rule?: string): Column =>
	rule === undefined ? { name, type: 'INTEGER', meaning } : { name, type: 'INTEGER', rule, meaning };

/** Key of the tables whose rows stand in the order of the record. */
export const byPosition = 'page, position';

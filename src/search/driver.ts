import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { messageOf } from '../diagnostic/message-of.ts';
import { SearchError } from './search-error.ts';

export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, string | number | null | ArrayBuffer>>;

/** As much of a connection as is used here. */
export interface Database {
	exec(sql: string): void;
	prepare(sql: string): Statement;
	close(): void;
}

export interface Statement {
	run(values: readonly SqlValue[]): unknown;
	all(values: readonly SqlValue[]): Row[];
}

type Driver = new (path: string) => Database;

/** Loaded when an index is opened: a native module, and an optional one. */
function loadDriver(): Driver {
	try {
		return createRequire(import.meta.url)('libsql') as Driver;
	} catch (error) {
		const reason = messageOf(error).split('\n')[0] ?? '';
		throw new SearchError('no-driver', `searching needs the package libsql (npm install libsql): ${reason}`, error);
	}
}

/** Opens a file of SQLite that is there, for reading alone. */
export function openToRead(path: string): Database {
	const database = guard(new (loadDriver())(`${pathToFileURL(path).href}?mode=ro`), path);
	database.exec('PRAGMA cache_size = -65536');
	return database;
}

/**
 * Opens or makes a file of SQLite that nobody else uses, and that is thrown away where something goes wrong; `name` is
 * what errors call it.
 */
export function openToBuild(path: string, name: string): Database {
	const database = new (loadDriver())(path);
	database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536');
	return guard(database, name);
}

const DAMAGED = new Set([
	'SQLITE_CORRUPT',
	'SQLITE_NOTADB',
	'SQLITE_IOERR',
	'SQLITE_CORRUPT_VTAB',
	'SQLITE_IOERR_SHORT_READ',
]);

/** Statements that are kept for the next time: more than there are kinds of questions. */
const REMEMBERED = 200;

/** Tells of a damaged file in words of ours, and prepares each statement once. */
function guard(database: Database, path: string): Database {
	const attempt = <T>(step: () => T): T => {
		try {
			return step();
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? String(error.code) : '';
			if (DAMAGED.has(code)) throw damaged(path, error);
			throw error;
		}
	};
	const prepared = new Map<string, Statement>();
	return {
		exec: (sql) => attempt(() => database.exec(sql)),
		prepare: (sql) => {
			const known = prepared.get(sql);
			if (known !== undefined) return known;
			const statement = attempt(() => database.prepare(sql));
			const guarded: Statement = {
				run: (values) => attempt(() => statement.run(values)),
				all: (values) => attempt(() => statement.all(values)),
			};
			if (prepared.size >= REMEMBERED) prepared.clear();
			prepared.set(sql, guarded);
			return guarded;
		},
		close: () => database.close(),
	};
}

export const damaged = (path: string, cause?: unknown): SearchError =>
	new SearchError('damaged', `the index ${path} is damaged; remove it and build it anew`, cause);

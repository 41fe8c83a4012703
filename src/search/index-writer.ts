import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Advisory } from '../advisory/schema.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type Aside, openAside, placeOf } from './aside.ts';
import { type Database, openToBuild } from './driver.ts';
import { lookAtIndex, openIndexFile } from './index-file.ts';
import { type PageWriter, writerOfPages } from './page-writer.ts';
import { APPLICATION_ID, INDEXES, SCHEMA_VERSION, STATEMENTS } from './schema.ts';
import { SearchError } from './search-error.ts';
import { removeUnused } from './text-store.ts';

/** What a build did, in pages. */
export interface BuildCounts {
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
	readonly unchanged: number;
	/** Pages that did not come, in a build that could not read all of its source. */
	readonly kept: number;
}

/** Takes records one by one and writes what is new. */
export interface IndexWriter {
	put(advisory: Advisory, diagnostics: readonly Diagnostic[]): void;
	/**
	 * Removes pages that did not come, unless they are kept because what came is not all, and puts the index into place
	 * where anything changed.
	 */
	finish(missing: 'removed' | 'kept'): BuildCounts;
	/** Leaves the old index as it was. */
	abandon(): void;
}

interface Known {
	readonly page: number;
	readonly digest: string;
	isSeen: boolean;
}

interface Opened {
	readonly aside: Aside;
	readonly database: Database;
	readonly pages: PageWriter;
}

/** A page is known again by its key and its path. */
const identityOf = (key: string, path: string | null): string => `${key}\0${path ?? ''}`;

/**
 * Opens the index at a place to bring it up to date, or makes one. Records of another program or other data than those
 * of the index are a reason to build it anew, for then all of them differ.
 */
export function openIndexWriter(target: string): IndexWriter {
	const place = placeOf(target);
	let old = lookAtIndex(place);
	const state = stateOf(place);
	const known = old === 'current' ? readKnown(place) : { pages: new Map<string, Known>(), generator: null, last: 0 };
	let last = known.last;
	const counts = { added: 0, changed: 0, removed: 0, unchanged: 0, kept: 0 };
	let generator: string | null = null;
	let opened: Opened | null = null;
	let isAnyGone = false;
	const remove = (page: number): void => {
		open().pages.remove(page);
		isAnyGone = true;
	};
	const open = (): Opened => {
		if (opened !== null) return opened;
		const aside = openAside(place, old === 'current' ? 'copied' : 'left');
		try {
			if (old === 'current' && stateOf(place) !== state) {
				throw new SearchError('input', `another build has changed ${place} meanwhile; run this one again`);
			}
			const database = openToBuild(aside.path, place);
			if (old !== 'current') makeEmpty(database);
			database.exec('BEGIN');
			opened = { aside, database, pages: writerOfPages(database) };
			return opened;
		} catch (error) {
			aside.discard();
			throw error;
		}
	};
	const close = (): void => {
		opened?.database.close();
		opened = null;
	};
	return {
		put: (advisory, diagnostics) => {
			if (generator === null && known.generator !== advisory.generator) {
				old = 'none';
				known.pages.clear();
				last = 0;
			}
			generator ??= advisory.generator;
			const identity = identityOf(advisory.key, advisory.source.path);
			const digest = createHash('sha1')
				.update(JSON.stringify([advisory, diagnostics]))
				.digest();
			const before = known.pages.get(identity);
			if (before?.digest === digest.toString('hex')) {
				if (!before.isSeen) counts.unchanged += 1;
				before.isSeen = true;
				return;
			}
			const { pages } = open();
			if (before === undefined) last += 1;
			else remove(before.page);
			const page = before?.page ?? last;
			pages.write(advisory, diagnostics, page, digest);
			known.pages.set(identity, { page, digest: digest.toString('hex'), isSeen: true });
			if (before?.isSeen !== true) counts[before === undefined ? 'added' : 'changed'] += 1;
		},
		finish: (missing) => {
			for (const { page, isSeen } of known.pages.values()) {
				if (isSeen) continue;
				counts[missing] += 1;
				if (missing === 'removed') remove(page);
			}
			if (opened === null && old === 'current') return counts;
			const { aside, database } = open();
			if (isAnyGone) removeUnused(database);
			const gone = counts.changed + counts.removed;
			// what is forgotten leaves the lists of words when these are merged
			if (old !== 'current' || gone > counts.unchanged) {
				database.exec("INSERT INTO page_text(page_text) VALUES ('optimize')");
			}
			for (const statement of INDEXES) database.exec(statement);
			database.prepare("INSERT OR REPLACE INTO index_info VALUES ('generator', ?)").run([generator ?? '']);
			database.exec('COMMIT');
			database.exec('PRAGMA incremental_vacuum');
			close();
			aside.publish();
			return counts;
		},
		abandon: () => {
			const aside = opened?.aside;
			close();
			aside?.discard();
		},
	};
}

function makeEmpty(database: Database): void {
	database.exec('PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL');
	database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
	for (const statement of STATEMENTS) database.exec(statement);
}

/** Tells one state of a file from the next; `null` where there is none. */
function stateOf(place: string): string | null {
	const found = statSync(place, { throwIfNoEntry: false });
	return found === undefined ? null : [found.ino, found.size, found.mtimeMs].join();
}

interface KnownPages {
	readonly pages: Map<string, Known>;
	readonly generator: string | null;
	/** Highest number of a page. */
	readonly last: number;
}

function readKnown(place: string): KnownPages {
	const database = openIndexFile(place);
	const pages = new Map<string, Known>();
	let last = 0;
	const rows = database.prepare('SELECT page, key, path, digest FROM advisories ORDER BY page').all([]);
	for (const { page, key, path, digest } of rows) {
		last = page as number;
		pages.set(identityOf(key as string, path as string | null), {
			page: last,
			digest: Buffer.from(digest as ArrayBuffer).toString('hex'),
			isSeen: false,
		});
	}
	const [info] = database.prepare("SELECT value FROM index_info WHERE name = 'generator'").all([]);
	database.close();
	return { pages, generator: (info?.value as string | undefined) ?? null, last };
}

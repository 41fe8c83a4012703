import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Database, damaged, openToRead } from './driver.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';
import { SearchError } from './search-error.ts';

/** What the header of a file of SQLite tells, without opening it as one. */
interface Header {
	readonly isSqlite: boolean;
	readonly applicationId: number;
	readonly schemaVersion: number;
	/** Whether the file has as many bytes as its header says. */
	readonly isWhole: boolean;
}

const MAGIC = 'SQLite format 3\0';
const HEADER = 100;

/** `null` where there is no such file; what cannot be read is an error of the file system. */
function readHeader(path: string): Header | null {
	const handle = openOrNull(path);
	if (handle === null) return null;
	try {
		const stats = fstatSync(handle);
		if (stats.isDirectory()) throw new SearchError('foreign', `${path} is a folder; name a file`);
		const bytes = Buffer.alloc(HEADER);
		const length = readSync(handle, bytes, 0, HEADER, 0);
		// 1 stands for 65,536, which does not fit
		const pageSize = bytes.readUInt16BE(16) === 1 ? 0x10000 : bytes.readUInt16BE(16);
		return {
			isSqlite: length === HEADER && bytes.toString('latin1', 0, MAGIC.length) === MAGIC,
			schemaVersion: bytes.readUInt32BE(60),
			applicationId: bytes.readUInt32BE(68),
			isWhole: stats.size === pageSize * bytes.readUInt32BE(28),
		};
	} finally {
		closeSync(handle);
	}
}

function openOrNull(path: string): number | null {
	try {
		return openSync(path, 'r');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}

/** What lies at the place of an index: ours, ours of another version, or nothing; throws where it is not ours. */
export function lookAtIndex(path: string): 'none' | 'outdated' | 'current' {
	const header = readHeader(path);
	if (header === null) return 'none';
	if (!header.isSqlite || header.applicationId !== APPLICATION_ID) {
		throw new SearchError('foreign', `${path} is no index of technet-advisory; name another file, or remove it`);
	}
	if (header.schemaVersion !== SCHEMA_VERSION) return 'outdated';
	if (!header.isWhole) throw damaged(path);
	return 'current';
}

/** Opens an index to ask it; one of another version would give wrong answers. */
export function openIndexFile(path: string): Database {
	const found = lookAtIndex(path);
	if (found === 'none') {
		throw new SearchError(
			'no-index',
			`there is no index ${path}; make one: technet-advisory index <pages> --db ${path}`,
		);
	}
	if (found === 'outdated') {
		throw new SearchError('outdated', `the index ${path} is of another version of this program; build it anew`);
	}
	return openToRead(path);
}

import type { DocumentFacts } from './page-outcome.ts';

/** What a line of an output says of the page that it was made from. */
export interface JournalLine {
	readonly path: string;
	/** `null` where the page could not be read. */
	readonly sha256: string | null;
	/** `null` on a record. */
	readonly reject: string | null;
	/** `null` on a reject. */
	readonly document: DocumentFacts | null;
	readonly generator: string | null;
}

const RECORD = Buffer.from('{"schema":');
const REJECT = Buffer.from('{"path":');
/** The first key behind the head, and the last key of all; no text has these bytes, its quotes are escaped. */
const BEHIND_HEAD = Buffer.from(',"language":');
const BEFORE_SOURCE = Buffer.from(',"source":');
const BEHIND_HASH = Buffer.from(',"diagnostics":');

/**
 * Reads those few keys of a record or a reject as this package writes them, without reading the rest of the line;
 * `null` where the line is no such thing.
 */
export function readJournalLine(line: Buffer): JournalLine | null {
	// no JSON has a zero: a block of the disk that was not written when the power went has nothing else
	if (line.includes(0)) return null;
	try {
		if (startsWith(line, RECORD)) return readRecord(line);
		if (startsWith(line, REJECT)) return readReject(line);
		return null;
	} catch {
		return null;
	}
}

function readRecord(line: Buffer): JournalLine | null {
	const headEnd = line.indexOf(BEHIND_HEAD);
	const sourceStart = line.lastIndexOf(BEFORE_SOURCE);
	if (headEnd < 0 || sourceStart < headEnd) return null;
	const { generator, id, kind, locale } = JSON.parse(`${line.toString('utf8', 0, headEnd)}}`);
	// the brace that ends the record ends the piece too
	const { source } = JSON.parse(`{${line.toString('utf8', sourceStart + 1)}`);
	return { path: source.path, sha256: source.sha256, reject: null, document: { id, kind, locale }, generator };
}

function readReject(line: Buffer): JournalLine | null {
	const headEnd = line.indexOf(BEHIND_HASH);
	if (headEnd < 0 || line.at(-1) !== 0x7d) return null;
	const { path, reject, sha256 = null } = JSON.parse(`${line.toString('utf8', 0, headEnd)}}`);
	return typeof reject === 'string' ? { path, sha256, reject, document: null, generator: null } : null;
}

const startsWith = (line: Buffer, start: Buffer): boolean => line.subarray(0, start.length).equals(start);

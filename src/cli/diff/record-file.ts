import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../../archive/error-code.ts';
import { placedLines } from '../../archive/line-places.ts';
import { couldNotRun } from '../failure.ts';

/** Where a record lies in its file. */
export interface RecordPlace {
	readonly offset: number;
	/** In bytes, without the line end. */
	readonly length: number;
	/** 1-based. */
	readonly line: number;
}

export type StoredRecord = Readonly<Record<string, unknown>>;

/** A file of NDJSON that is read line by line, and again at single places; never held as a whole. */
export interface RecordFile {
	/** As it was named. */
	readonly name: string;
	records(): AsyncGenerator<{ readonly place: RecordPlace; readonly record: StoredRecord }>;
	at(place: RecordPlace): Promise<StoredRecord>;
	close(): Promise<void>;
}

export async function openRecordFile(name: string, cwd: string): Promise<RecordFile> {
	const handle = await open(name, cwd);
	return {
		name,
		async *records() {
			let line = 0;
			for await (const { offset, bytes } of placedLines(handle, name)) {
				line += 1;
				if (isBlank(bytes)) continue;
				const place = { offset, length: bytes.length, line };
				yield { place, record: parseRecord(bytes, name, line) };
			}
		},
		async at(place) {
			const bytes = Buffer.alloc(place.length);
			await handle.read(bytes, 0, place.length, place.offset);
			return parseRecord(bytes, name, place.line);
		},
		close: () => handle.close(),
	};
}

const isBlank = (bytes: Buffer): boolean => bytes.length < 8 && bytes.toString('utf8').trim() === '';

async function open(name: string, cwd: string): Promise<fs.FileHandle> {
	let handle: fs.FileHandle;
	try {
		handle = await fs.open(resolve(cwd, name));
	} catch (error) {
		const code = errorCode(error);
		const reason = code === 'ENOENT' ? 'no such file' : `cannot read (${code})`;
		throw couldNotRun(`${reason}: ${name}; check the name and the current folder`, error);
	}
	// places are read again, which a pipe cannot
	if ((await handle.stat()).isFile()) return handle;
	await handle.close();
	throw couldNotRun(`${name} is no regular file; name a file of records, as normalize --out writes it`);
}

function parseRecord(bytes: Buffer, name: string, line: number): StoredRecord {
	const value = parseJson(bytes, name, line);
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as StoredRecord;
	throw couldNotRun(`${name}:${line} is no record; name a file as normalize --out writes it`);
}

function parseJson(bytes: Buffer, name: string, line: number): unknown {
	try {
		return JSON.parse(bytes.toString('utf8'));
	} catch (error) {
		throw couldNotRun(`${name}:${line} is no JSON; name a file as normalize --out writes it, a record a line`, error);
	}
}

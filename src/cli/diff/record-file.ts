import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../../archive/error-code.ts';
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

const CHUNK = 1 << 20;
const LINE_END = 0x0a;

export async function openRecordFile(name: string, cwd: string): Promise<RecordFile> {
	const handle = await open(name, cwd);
	async function* places(): AsyncGenerator<{ place: RecordPlace; bytes: Buffer }> {
		// the beginning of a line that goes on in the next chunk
		let begun: Buffer[] = [];
		let offset = 0;
		let line = 1;
		const take = (end: Buffer) => {
			const bytes = begun.length === 0 ? end : Buffer.concat([...begun, end]);
			const place: RecordPlace = { offset, length: bytes.length, line };
			begun = [];
			offset += bytes.length + 1;
			line += 1;
			return { place, bytes };
		};
		for (let position = 0; ; ) {
			const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, position);
			position += bytesRead;
			if (bytesRead === 0) break;
			const chunk = buffer.subarray(0, bytesRead);
			let from = 0;
			for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
				yield take(chunk.subarray(from, end));
				from = end + 1;
			}
			if (from < chunk.length) begun.push(chunk.subarray(from));
		}
		if (begun.length > 0) yield take(Buffer.alloc(0));
	}
	return {
		name,
		async *records() {
			for await (const { place, bytes } of places()) {
				if (!isBlank(bytes)) yield { place, record: parseRecord(bytes, name, place.line) };
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

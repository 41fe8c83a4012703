import { createReadStream, promises as fs } from 'node:fs';
import { splitLines, textOfLine } from '../archive/split-lines.ts';
import { SearchError } from './search-error.ts';

const CONTRACT = '{"schema":"technet-advisory/';

/** Whether a file holds records or what was noticed on them, by its name or its first letters, and no page. */
export async function isRecordFile(file: string): Promise<boolean> {
	if (/\.(?:ndjson|jsonl)$/i.test(file)) return true;
	const handle = await fs.open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(CONTRACT.length), 0, CONTRACT.length, 0);
		return buffer.toString('latin1', 0, bytesRead) === CONTRACT;
	} finally {
		await handle.close();
	}
}

/** An object of a file, and what errors call it: `file:line`. */
export interface Line {
	readonly value: Readonly<Record<string, unknown>>;
	readonly place: string;
}

/** The objects of a file of NDJSON, a line at a time; `name` is what errors call the file. */
export async function* readLines(file: string, name: string): AsyncGenerator<Line> {
	const lines = splitLines(createReadStream(file, { highWaterMark: 1 << 20 }), Number.POSITIVE_INFINITY);
	for await (const { number, bytes } of lines) {
		const place = `${name}:${number}`;
		const text = bytes === null ? '' : textOfLine(bytes, number);
		if (text.trim() !== '') yield { value: parseLine(text, place), place };
	}
}

function parseLine(text: string, place: string): Readonly<Record<string, unknown>> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new SearchError('input', `${place} is no JSON; name a file as normalize --out writes it`, error);
	}
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
	throw new SearchError('input', `${place} is no record; name a file as normalize --out writes it`);
}

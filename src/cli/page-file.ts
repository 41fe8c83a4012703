import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../archive/error-code.ts';
import { pathFrom } from '../archive/page-name.ts';
import { decode } from '../text/decode.ts';
import { indexLines, type LineIndex } from '../text/text.ts';
import { couldNotRun } from './failure.ts';

/** One page that a command was given by name. */
export interface PageFile {
	/** Relative to the current folder, `/` as separator. */
	readonly path: string;
	readonly content: Uint8Array;
	/** The decoded text; empty where the bytes are no text. */
	readonly text: string;
	readonly lines: LineIndex;
}

export async function readPageFile(file: string, cwd: string): Promise<PageFile> {
	const content = await read(file, cwd);
	const decoded = decode(content);
	const text = 'text' in decoded ? decoded.text.value : '';
	const path = pathFrom(cwd, resolve(cwd, file));
	return { path, content, text, lines: indexLines(text) };
}

async function read(file: string, cwd: string): Promise<Uint8Array> {
	try {
		return await fs.readFile(resolve(cwd, file));
	} catch (error) {
		const code = errorCode(error);
		if (code === 'EISDIR') throw couldNotRun(`${file} is a folder; name one file, or use normalize`, error);
		const reason = code === 'ENOENT' ? 'no such file' : `cannot read (${code})`;
		throw couldNotRun(`${reason}: ${file}; check the name and the current folder`, error);
	}
}

/** An async iterable of one item. */
export async function* once<T>(item: T): AsyncGenerator<T> {
	yield item;
}

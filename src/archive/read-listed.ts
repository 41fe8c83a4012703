import { resolve } from 'node:path';
import { errorCode } from './error-code.ts';
import { pathFrom } from './page-name.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { openSources, type ReadOptions, readSources, type Source } from './sources.ts';
import { splitLines, textOfLine } from './split-lines.ts';

/** Bytes of a path; no system takes longer ones. */
const LONGEST = 1 << 16;

/**
 * Reads what a list names: files, folders and archives, one a line, relative to `cwd`, as are the paths of the records.
 * A list that has zeros in it is one of names that end with a zero. Empty lines are passed over. What is missing is a
 * page with a problem. A line is read when its first page is asked for.
 */
export async function* readListed(
	list: AsyncIterable<Uint8Array>,
	cwd: string,
	options: ReadOptions,
): AsyncGenerator<Page | UnreadablePage> {
	const chunks = list[Symbol.asyncIterator]();
	const first = await chunks.next();
	if (first.done === true) return;
	const separator = first.value.includes(0) ? 0 : 0x0a;
	for await (const { number, bytes } of splitLines(joined(first.value, chunks), LONGEST, separator)) {
		if (bytes === null) {
			yield { path: '', problem: `line ${number} of the list is no path` };
			continue;
		}
		const text = textOfLine(bytes, number);
		const name = separator === 0 ? text : text.replace(/\r$/, '');
		if (name !== '') yield* readNamed(name, cwd, options);
	}
}

async function* readNamed(name: string, cwd: string, options: ReadOptions) {
	let sources: Source[];
	try {
		sources = await openSources([name], { cwd, root: cwd });
	} catch (error) {
		yield { path: pathFrom(cwd, resolve(cwd, name)), problem: errorCode(error) };
		return;
	}
	yield* readSources(sources, options);
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield first;
	for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

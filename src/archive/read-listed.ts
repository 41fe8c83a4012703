import { resolve } from 'node:path';
import { reasonOf } from './error-code.ts';
import { pathFrom } from './page-name.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { openSources, type ReadOptions, readSources, type Source } from './sources.ts';
import { splitLines, textOfLine } from './split-lines.ts';

/** Bytes of a path; no system takes longer ones. */
const LONGEST = 1 << 16;

/**
 * Reads what a list names: files, folders and archives, one a line, relative to `cwd`, as are the paths of the records.
 * A list that has zeros in it is one of names that end with a zero. Empty lines are passed over. What is missing is a
 * page with a problem, and each problem says where the list names it. A line is read when its first page is asked for.
 * @param listName what the list is called where a problem names it
 */
export async function* readListed(
	list: AsyncIterable<Uint8Array>,
	cwd: string,
	options: ReadOptions,
	listName = 'the list',
): AsyncGenerator<Page | UnreadablePage> {
	const chunks = list[Symbol.asyncIterator]();
	const first = await chunks.next();
	if (first.done === true) return;
	const separator = first.value.includes(0) ? 0 : 0x0a;
	const unit = separator === 0 ? 'name' : 'line';
	for await (const { number, bytes } of splitLines(joined(first.value, chunks), LONGEST, separator)) {
		const listed = `${unit} ${number} of ${listName}`;
		if (bytes === null) {
			yield { path: '', problem: 'too long to be a path', listed };
			continue;
		}
		const text = textOfLine(bytes, number);
		const name = separator === 0 ? text : text.replace(/\r$/, '');
		if (name === '') continue;
		for await (const page of readNamed(name, cwd, options)) yield 'problem' in page ? { ...page, listed } : page;
	}
}

async function* readNamed(name: string, cwd: string, options: ReadOptions): AsyncGenerator<Page | UnreadablePage> {
	let sources: Source[];
	try {
		sources = await openSources([name], { cwd, root: cwd });
	} catch (error) {
		yield {
			path: pathFrom(cwd, resolve(cwd, name)),
			problem: reasonOf(error instanceof Error ? (error.cause ?? error) : error),
		};
		return;
	}
	yield* readSources(sources, options);
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield first;
	for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../archive/error-code.ts';
import { readListed } from '../archive/read-listed.ts';
import type { Page, UnreadablePage } from '../archive/read-pages.ts';
import { readRecords } from '../archive/read-records.ts';
import { countPages, openSources, type ReadOptions, readSources } from '../archive/sources.ts';
import { couldNotRun, messageOf } from './failure.ts';
import type { Host } from './host.ts';

/** The pages that a command is to read. */
export interface Input {
	/** One after the other, each read when it is asked for. Can be called once. */
	pages(options: ReadOptions): AsyncGenerator<Page | UnreadablePage>;
	/** How many there will be; `null` where only reading them tells. */
	count(): Promise<number | null>;
}

/** Where pages come from: files that are named, a list of such, or records on stdin. */
export interface InputArguments {
	readonly named: readonly string[];
	/** `-` for stdin. */
	readonly filesFrom: string | null;
	readonly isRecords: boolean;
}

/** Looks up what is to be read. */
export async function openInput(
	{ named, filesFrom, isRecords }: InputArguments,
	{ cwd, stdin }: Pick<Host, 'cwd' | 'stdin'>,
): Promise<Input> {
	const unknown = async () => null;
	if (isRecords) return { pages: ({ limit }) => readRecords(stdin(), limit), count: unknown };
	if (filesFrom === null) return openNamed(named, cwd);
	const list = filesFrom === '-' ? stdin() : await openList(filesFrom, cwd);
	const listName = filesFrom === '-' ? 'stdin' : filesFrom;
	return { pages: (options) => readListed(list, cwd, options, listName), count: unknown };
}

/** Looks up the files, folders and archives that were named. */
export async function openNamed(named: readonly string[], cwd: string): Promise<Input> {
	try {
		const sources = await openSources(named, { cwd });
		return { pages: (options) => readSources(sources, options), count: () => countPages(sources) };
	} catch (error) {
		throw couldNotRun(`${messageOf(error)}; check the name and the current folder`, error);
	}
}

async function openList(file: string, cwd: string): Promise<AsyncIterable<Uint8Array>> {
	try {
		const handle = await fs.open(resolve(cwd, file));
		if ((await handle.stat()).isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
		return handle.createReadStream();
	} catch (error) {
		throw couldNotRun(
			`cannot read the list ${file}: ${errorCode(error)}; check the name and the current folder`,
			error,
		);
	}
}

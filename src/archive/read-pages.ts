import { promises as fs } from 'node:fs';
import { errorCode } from './error-code.ts';
import type { FoundFile } from './walk-folder.ts';

/** A page as it lies in its archive; a string counts as its UTF-8. */
export interface Page {
	/** Relative, `/` as separator. */
	readonly path: string;
	readonly content: string | Uint8Array;
}

/** A page that is in the archive but cannot be read, with the error's code. */
export interface UnreadablePage {
	readonly path: string;
	readonly problem: string;
}

/** Reads one file after the other, each when it is asked for; never throws for a file. */
export async function* readPages(files: AsyncIterable<FoundFile>): AsyncGenerator<Page | UnreadablePage> {
	for await (const { path, file, problem } of files) {
		if (problem !== undefined) {
			yield { path, problem };
			continue;
		}
		try {
			yield { path, content: await fs.readFile(file) };
		} catch (error) {
			yield { path, problem: errorCode(error) };
		}
	}
}

import { promises as fs } from 'node:fs';
import { errorCode } from './error-code.ts';
import type { FoundFile } from './walk-folder.ts';

/** A page as it lies in its archive; a string counts as its UTF-8. */
export interface Page {
	/** Relative, `/` as separator. */
	readonly path: string;
	readonly content: string | Uint8Array;
}

/** A page that is in the archive but was not read. */
export interface UnreadablePage {
	/** Empty where nothing is known of it. */
	readonly path: string;
	/** The error's code, or why; empty where `oversize` says it all. */
	readonly problem: string;
	/** Present where it is not read because it is larger than the limit. Both in bytes. */
	readonly oversize?: { readonly size: number; readonly limit: number };
	/** Where a list names it, as `line 3 of pages.txt`. */
	readonly listed?: string;
}

/** A page that is larger than the limit. */
export const tooLarge = (path: string, size: number, limit: number, problem = ''): UnreadablePage => ({
	path,
	problem,
	oversize: { size, limit },
});

/** Reads one file after the other, each when it is asked for, at most `limit` bytes of it; never throws for a file. */
export async function* readPages(
	files: AsyncIterable<FoundFile>,
	limit: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Page | UnreadablePage> {
	for await (const { path, file, problem } of files) {
		if (problem !== undefined) {
			yield { path, problem };
			continue;
		}
		try {
			yield await readFile(path, file, limit);
		} catch (error) {
			yield { path, problem: errorCode(error) };
		}
	}
}

async function readFile(path: string, file: string, limit: number): Promise<Page | UnreadablePage> {
	const handle = await fs.open(file);
	try {
		const stats = await handle.stat();
		if (stats.size > limit) return tooLarge(path, stats.size, limit);
		if (stats.isFile() || stats.isDirectory()) return { path, content: await handle.readFile() };
		// a pipe tells its size at its end only
		const content = await readStream(handle.createReadStream({ autoClose: false }), limit);
		return content === null ? tooLarge(path, limit + 1, limit) : { path, content };
	} finally {
		await handle.close();
	}
}

/** What a stream gives; `null` where that is more than `limit` bytes. */
export async function readStream(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > limit) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

import type { ParseOptions } from '../options.ts';
import { parseAdvisory } from '../parse-advisory.ts';
import type { ArchiveResult, ParsePage } from './archive-result.ts';
import { openReader, runPages } from './archive-run.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { openSources, type ReadOptions, readSources } from './sources.ts';
import { checkThreads, chooseThreads, type ThreadOptions } from './thread-options.ts';
import { untilStopped } from './until-stopped.ts';
import type { OnLinkSkipped } from './walk-folder.ts';

/** How far a run has come, with the page that was just finished. */
export interface ArchiveProgress {
	readonly path: string;
	readonly pages: number;
	/** Of the pages. */
	readonly bytes: number;
	readonly rejects: number;
}

export interface ArchiveOptions extends Omit<ParseOptions, 'path'>, ThreadOptions {
	/** Folder to which the paths of records are relative. */
	readonly root?: string;
	/** Told of each link that is not followed because it leads out of its folder or in a circle. */
	readonly onLinkSkipped?: OnLinkSkipped;
	/** Ends the run: the iteration throws the signal's reason. */
	readonly signal?: AbortSignal;
	/** Told of each page before its result is given. */
	readonly onProgress?: (progress: ArchiveProgress) => void;
}

/**
 * What can be normalized: a folder, archive (`.tar`, `.tar.gz`, `.tgz`, `.zip`) or file, a list of them, or pages that
 * are read already, such as `readRecords` gives.
 */
export type ArchiveSource = string | readonly string[] | AsyncIterable<Page | UnreadablePage>;

/**
 * Normalizes every page of an archive, in order: sources as they are named, a folder, tar or zip by the bytes of its
 * paths (`.md`, `.markdown`, `.html`, `.htm`; a file that is named is read whatever its extension), a stream as it
 * comes. Results come in that order whatever the number of `workers`, and are the same. `source.sha256` of each record
 * is filled. Paths are relative to `root`; without one to the named folder, or the inside of the archive, where the
 * source is a single one, else to the current folder.
 *
 * Pages that cannot be read, are no advisory or fail the program are results with `advisory: null`. Throws where the
 * source or an option is not of its type; the iteration throws where a named folder or file is missing.
 */
export function normalizeArchive(source: ArchiveSource, options: ArchiveOptions = {}): AsyncGenerator<ArchiveResult> {
	const { root, onLinkSkipped, workers, pageTimeout, workerMemory, signal, onProgress, ...parseOptions } = options;
	const threads = { workers, pageTimeout, workerMemory };
	checkThreads(threads);
	if (root !== undefined && typeof root !== 'string') throw new TypeError('option "root" must be a string');
	if (signal !== undefined && !(signal instanceof AbortSignal)) {
		throw new TypeError('option "signal" must be an AbortSignal');
	}
	for (const [name, told] of Object.entries({ onLinkSkipped, onProgress })) {
		if (told !== undefined && typeof told !== 'function') throw new TypeError(`option "${name}" must be a function`);
	}
	// an empty page is read at once, so that a wrong option is told at the call and not in the middle of an archive
	parseAdvisory('', parseOptions);
	if (parseOptions.engine !== undefined && chooseThreads(threads).count > 0) {
		throw new TypeError('option "engine" is a function, which no other thread can be given: leave it or the workers');
	}
	const reading = { limit: options.limits?.bytes, onLinkSkipped };
	return follow(openArchive(source, root, reading), parseOptions, threads, signal, onProgress);
}

async function* follow(
	pages: ReturnType<typeof openArchive>,
	{ engine, ...options }: Omit<ParseOptions, 'path'>,
	threads: ThreadOptions,
	signal: AbortSignal | undefined,
	onProgress: ArchiveOptions['onProgress'],
): AsyncGenerator<ArchiveResult> {
	signal?.throwIfAborted();
	const parse: ParsePage =
		engine === undefined ? parseAdvisory : (content, given) => parseAdvisory(content, { ...given, engine });
	const reader = await openReader('result', { options, engine: null }, chooseThreads(threads), async () => parse);
	const onAbort = (): void => void reader.close();
	signal?.addEventListener('abort', onAbort, { once: true });
	const results = runPages(pages, reader, 'result');
	const progress = { pages: 0, bytes: 0, rejects: 0 };
	try {
		for await (const result of signal === undefined ? results : untilStopped(results, signal)) {
			progress.pages += 1;
			progress.bytes += result.bytes;
			if (result.advisory === null) progress.rejects += 1;
			onProgress?.({ path: result.path, ...progress });
			yield result;
			signal?.throwIfAborted();
		}
		signal?.throwIfAborted();
	} finally {
		signal?.removeEventListener('abort', onAbort);
	}
}

function openArchive(source: ArchiveSource, root: string | undefined, reading: ReadOptions) {
	if (isStream(source)) return checkPages(source);
	const named = typeof source === 'string' ? [source] : source;
	if (!Array.isArray(named) || !named.every((name) => typeof name === 'string')) {
		throw new TypeError('source must be a path, a list of paths or an async iterable of { path, content }');
	}
	return readNamed(named, root, reading);
}

const isStream = (source: ArchiveSource): source is AsyncIterable<Page | UnreadablePage> =>
	typeof source === 'object' && source !== null && Symbol.asyncIterator in source;

async function* readNamed(named: readonly string[], root: string | undefined, reading: ReadOptions) {
	const sources = await openSources(named, root === undefined ? {} : { root });
	yield* readSources(sources, reading);
}

async function* checkPages(pages: AsyncIterable<Page | UnreadablePage>): AsyncGenerator<Page | UnreadablePage> {
	let count = 0;
	for await (const page of pages) {
		count += 1;
		if ('problem' in page) {
			yield page;
			continue;
		}
		const { path, content } = page;
		if (typeof path !== 'string' || !(typeof content === 'string' || content instanceof Uint8Array)) {
			throw new TypeError(`page ${count} of the source must be { path: string, content: string | Uint8Array }`);
		}
		yield { path, content };
	}
}

import type { ParseOptions } from '../options.ts';
import type { ParsePage } from './archive-result.ts';
import { inOrder } from './in-order.ts';
import { loadEngine } from './named-engine.ts';
import { type HashedPage, hashPage, sizeOf } from './normalize-pages.ts';
import { SHAPES, type Shapes } from './page-outcome.ts';
import type { WorkerSettings } from './page-worker.ts';
import type { Page, UnreadablePage } from './read-pages.ts';
import { readShaped } from './read-shaped.ts';
import { rejectUnread } from './reject-page.ts';
import type { Threads } from './thread-options.ts';
import { openPool, type WorkerPool } from './worker-pool.ts';

/** With what pages are read, in whichever thread; `null` of an engine is the package's own choice. */
export type ReadWith = Pick<WorkerSettings, 'options' | 'engine'>;

/** Pages, and bytes of pages, that are read ahead of the slowest one: enough to go on while one takes its time. */
const AHEAD = { items: 256, bytes: 16 * 1024 * 1024 };

/** Reads pages, each by one thread; closed when the run is over. */
export interface PageReader<T> extends WorkerPool<T> {
	/** Whether pages are read one after the other, by the thread that asks. */
	readonly isInline: boolean;
}

/** `loadParser` is asked for the parser of this thread; other threads load their own. */
export async function openReader<S extends keyof Shapes>(
	shape: S,
	{ options, engine }: ReadWith,
	{ count, pageTimeout, workerMemory, file }: Threads,
	loadParser: () => Promise<ParsePage>,
): Promise<PageReader<Shapes[S]>> {
	if (count > 0) {
		const worker = { shape, options, engine };
		const module = file ?? new URL('./page-worker.js', import.meta.url);
		return { isInline: false, ...openPool(count, { file: module, worker, pageTimeout, workerMemory }, shape) };
	}
	const parse = await loadParser();
	const parseOptions: ParseOptions = engine === null ? options : { ...options, engine: await loadEngine(engine) };
	const begin = async (page: HashedPage) => ({
		result: Promise.resolve(readShaped(page, parse, parseOptions, shape)),
	});
	return { isInline: true, begin, close: async () => {} };
}

/**
 * Reads the pages, several at a time where there are threads, and gives what comes of each in the order of the pages.
 * What `reuse` knows is not read again. Throws what the source of the pages throws, and where no thread can be
 * started. Closes the reader at the end, however it ends.
 */
export async function* runPages<S extends keyof Shapes, K = never>(
	pages: AsyncIterable<Page | UnreadablePage>,
	reader: PageReader<Shapes[S]>,
	shape: S,
	reuse: (page: HashedPage) => K | null = () => null,
): AsyncGenerator<Shapes[S] | K> {
	const begin = async (page: Page | UnreadablePage): Promise<{ readonly result: Promise<Shapes[S] | K> }> => {
		if ('problem' in page) return { result: Promise.resolve(SHAPES[shape](rejectUnread(page), null, 0)) };
		const hashed = hashPage(page);
		const known = reuse(hashed);
		return known === null ? reader.begin(hashed) : { result: Promise.resolve(known) };
	};
	try {
		if (reader.isInline) {
			for await (const page of pages) yield (await begin(page)).result;
		} else {
			yield* inOrder(pages, begin, { ...AHEAD, sizeOf: (page) => ('problem' in page ? 0 : sizeOf(page)) });
		}
	} finally {
		await reader.close();
	}
}

import { workerData } from 'node:worker_threads';
import type { ParseOptions } from '../options.ts';
import { parseAdvisory } from '../parse-advisory.ts';
import { type EngineName, loadEngine } from './named-engine.ts';
import type { HashedPage } from './normalize-pages.ts';
import type { Shapes } from './page-outcome.ts';
import { readShaped } from './read-shaped.ts';

/** What a thread is started with; plain data, since it goes from one thread to another. */
export interface WorkerSettings {
	readonly shape: keyof Shapes;
	readonly options: Omit<ParseOptions, 'path' | 'engine'>;
	/** `null`: the package's own choice. */
	readonly engine: EngineName | null;
}

const { shape, options, engine } = workerData as WorkerSettings;
const parseOptions = engine === null ? options : { ...options, engine: await loadEngine(engine) };

/** The task of a thread: a page to what is left of it; `null`, sent first, only asks whether the thread runs. */
export default function readPage(page: HashedPage | null): Shapes[keyof Shapes] | null {
	return page === null ? null : readShaped(page, parseAdvisory, parseOptions, shape);
}

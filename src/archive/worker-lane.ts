import type { Piscina } from 'piscina';
import { messageOf } from '../diagnostic/message-of.ts';
import type { RuleId } from '../diagnostic/rules.ts';
import { errorCode } from './error-code.ts';
import type { HashedPage } from './normalize-pages.ts';
import type { WorkerSettings } from './page-worker.ts';
import { startDeadline } from './start-deadline.ts';

export interface LaneSettings {
	/** The module that the thread runs. */
	readonly file: URL;
	readonly worker: WorkerSettings;
	/** Milliseconds a page. */
	readonly pageTimeout: number;
	/** MB of heap of the thread. */
	readonly workerMemory: number;
}

/** What befell a page on its thread, with a word on it for the user. */
export interface Fault {
	readonly rule: RuleId;
	readonly problem: string;
}

/** One thread that reads one page at a time, and is replaced when a page ended it. */
export interface Lane {
	/** Rejects only where no thread can be started. After `close` all pages are faults, and no thread is started. */
	read(page: HashedPage): Promise<{ readonly done: unknown } | { readonly fault: Fault }>;
	close(): Promise<void>;
}

/** Of a page whose run is over: nobody takes it. */
const CLOSED = { fault: { rule: 'worker-died', problem: 'the run is over' } } as const;

/**
 * A pool of one thread: so it is known when a page begins, and its time is counted from there and not from when it was
 * queued or its thread was started; and a thread that ends takes one page with it.
 */
export function openLane(settings: LaneSettings): Lane {
	const { pageTimeout, workerMemory } = settings;
	let thread: Piscina | null = null;
	/** Pages that the thread has read; what these left behind may be what ends it on the next one. */
	let pagesRead = 0;
	let isClosed = false;
	const end = (): void => {
		void thread?.destroy().catch(() => {});
		thread = null;
	};
	const attempt = async (page: HashedPage): Promise<{ done: unknown } | { fault: Fault }> => {
		if (thread === null) {
			const started = await startThread(settings);
			if (isClosed) {
				await started.destroy();
				return CLOSED;
			}
			thread = started;
			pagesRead = 0;
		}
		const deadline = new AbortController();
		const callOff = startDeadline(pageTimeout, () => deadline.abort());
		try {
			const done = await thread.run(page, { signal: deadline.signal });
			pagesRead += 1;
			return { done };
		} catch (error) {
			// the thread may go on for a while in code that is not JavaScript: nobody waits for it
			end();
			if (deadline.signal.aborted) return { fault: { rule: 'page-timeout', problem: `${pageTimeout / 1000} s` } };
			if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
				return { fault: { rule: 'page-memory', problem: `${workerMemory} MB` } };
			}
			return { fault: { rule: 'worker-died', problem: messageOf(error) } };
		} finally {
			callOff();
		}
	};
	return {
		read: async (page) => {
			if (isClosed) return CLOSED;
			const isFresh = thread === null || pagesRead === 0;
			const first = await attempt(page);
			// only on a thread of its own is it the page's fault; a page that hangs once will hang twice
			const isSettled = 'done' in first || isFresh || isClosed || first.fault.rule === 'page-timeout';
			return isSettled ? first : attempt(page);
		},
		close: async () => {
			isClosed = true;
			const closing = thread?.destroy();
			thread = null;
			await closing;
		},
	};
}

async function startThread({ file, worker, workerMemory }: LaneSettings): Promise<Piscina> {
	const { Piscina } = await import('piscina');
	const pool = new Piscina({
		filename: file.href,
		minThreads: 1,
		maxThreads: 1,
		workerData: worker,
		resourceLimits: { maxOldGenerationSizeMb: workerMemory },
		recordTiming: false,
		// else the thread never comes back to its event loop between pages, and what the engine's native code holds is
		// only let go there
		atomics: 'disabled',
	});
	// without a listener, an error that comes while no page is read would end the process
	pool.on('error', () => {});
	try {
		await pool.run(null);
		return pool;
	} catch (error) {
		await pool.destroy();
		if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
			throw new Error(`a worker cannot start with ${workerMemory} MB of memory; allow more`, { cause: error });
		}
		throw new Error(`cannot start a worker (${messageOf(error)}); take one worker, which runs in the process`, {
			cause: error,
		});
	}
}

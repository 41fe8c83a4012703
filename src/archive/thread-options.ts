/** Where the pages of an archive are read; the same in the library and on the command line. */
export interface ThreadOptions {
	/**
	 * Threads that read pages; 1 where it is not given. `1` is the thread that asks, unless a page's time or memory is
	 * limited, which can only be done from outside of the thread that reads it.
	 */
	readonly workers?: number | undefined;
	/** Milliseconds that a page may take before it is a reject, `page-timeout`; 30,000 where there are threads. */
	readonly pageTimeout?: number | undefined;
	/** MB of heap that a thread may take before its page is a reject, `page-memory`; 512 where there are threads. */
	readonly workerMemory?: number | undefined;
}

/** As they are carried out. */
export interface Threads {
	/** 0: in the thread that asks, where neither a page that hangs nor one that takes all memory can be stopped. */
	readonly count: number;
	readonly pageTimeout: number;
	/** What lies outside of the heap (the bytes of pages, native code) is not counted. */
	readonly workerMemory: number;
	/** The module that the threads run, if not the package's own. */
	readonly file?: URL;
}

/** Milliseconds after which the timer of Node fires at once. */
const LONGEST = 2 ** 31 - 1;
/** With less, a thread cannot even load the program. */
const LEAST_MEMORY = 64;

/** @throws {TypeError} where an option is not of its type or out of its range */
export function checkThreads({ workers, pageTimeout, workerMemory }: ThreadOptions): void {
	const refuse = (name: string, expected: string): never => {
		throw new TypeError(`option "${name}" must be ${expected}`);
	};
	if (workers !== undefined && !isWithin(workers, 1, 1024)) refuse('workers', 'a whole number from 1 to 1024');
	if (pageTimeout !== undefined && !isWithin(pageTimeout, 1, LONGEST))
		refuse('pageTimeout', `a whole number of milliseconds from 1 to ${LONGEST}`);
	if (workerMemory !== undefined && !isWithin(workerMemory, LEAST_MEMORY, 1 << 20))
		refuse('workerMemory', `a whole number of MB from ${LEAST_MEMORY}`);
}

export function chooseThreads({ workers = 1, pageTimeout, workerMemory }: ThreadOptions): Threads {
	const isLimited = pageTimeout !== undefined || workerMemory !== undefined;
	return {
		count: workers === 1 && !isLimited ? 0 : workers,
		pageTimeout: pageTimeout ?? 30_000,
		workerMemory: workerMemory ?? 512,
	};
}

function isWithin(value: unknown, least: number, most: number): boolean {
	return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

import { checkThreads, type ThreadOptions } from '../archive/thread-options.ts';
import { messageOf, wrongUsage } from './failure.ts';

interface ThreadFlags {
	readonly workers?: string | undefined;
	readonly 'page-timeout'?: string | undefined;
	readonly 'worker-memory'?: string | undefined;
}

/** The threads that flags ask for; an error says what is wrong with them. */
export function readThreads(flags: ThreadFlags): ThreadOptions {
	const number = (flag: keyof ThreadFlags, unit: string, times = 1): number | undefined => {
		const value = flags[flag];
		if (value === undefined) return undefined;
		if (!/^\d{1,9}(?:\.\d+)?$/.test(value)) throw wrongUsage(`--${flag} ${value} is no number of ${unit}`);
		return Math.round(Number(value) * times);
	};
	const threads = {
		workers: number('workers', 'threads'),
		pageTimeout: number('page-timeout', 'seconds', 1000),
		workerMemory: number('worker-memory', 'MB'),
	};
	try {
		checkThreads(threads);
	} catch (error) {
		throw wrongUsage(messageOf(error));
	}
	return threads;
}

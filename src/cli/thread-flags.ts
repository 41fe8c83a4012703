import { checkThreads, type ThreadOptions } from '../archive/thread-options.ts';
import { messageOf, wrongUsage } from './failure.ts';

interface ThreadFlags {
	readonly workers?: string | undefined;
	readonly 'page-timeout'?: string | undefined;
	readonly 'worker-memory'?: string | undefined;
}

/** The threads that flags ask for; an error says what is wrong with them. */
export function readThreads(flags: ThreadFlags): ThreadOptions {
	const number = (flag: keyof ThreadFlags, form: RegExp, meaning: string): number | undefined => {
		const value = flags[flag];
		if (value === undefined) return undefined;
		if (!form.test(value)) throw wrongUsage(`--${flag} ${value} is no ${meaning}`);
		return Number(value);
	};
	const seconds = number('page-timeout', /^\d{1,9}(?:\.\d+)?$/, 'number of seconds');
	const threads = {
		workers: number('workers', /^\d{1,9}$/, 'whole number of threads'),
		pageTimeout: seconds === undefined ? undefined : Math.round(seconds * 1000),
		workerMemory: number('worker-memory', /^\d{1,9}$/, 'whole number of MB'),
	};
	try {
		checkThreads(threads);
	} catch (error) {
		throw wrongUsage(messageOf(error));
	}
	return threads;
}

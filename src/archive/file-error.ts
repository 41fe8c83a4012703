import { messageOf } from '../diagnostic/message-of.ts';
import { errorCode } from './error-code.ts';

/** Rejects with an error that names the file, says what to do, and has the `code` of the file system. */
export const writing = <T>(file: string, step: () => Promise<T>): Promise<T> =>
	explaining(step, (code, message) => `cannot write ${file}: ${WRITING[code] ?? message}`);

/** The same of a file that is read; an error of `writing` within is left as it is. */
export const reading = <T>(file: string, step: () => Promise<T>): Promise<T> =>
	explaining(step, (code, message) => `cannot read ${file}: ${READING[code] ?? message}`);

/** The file is not as this run has left or found it. */
export const changed = (problem: string): Error => Object.assign(new Error(problem), { code: 'EBUSY' });

const explained = new WeakSet<object>();

async function explaining<T>(step: () => Promise<T>, explain: (code: string, message: string) => string): Promise<T> {
	try {
		return await step();
	} catch (error) {
		if (error instanceof Error && explained.has(error)) throw error;
		const code = errorCode(error);
		const better = Object.assign(new Error(explain(code, messageOf(error)), { cause: error }), { code });
		explained.add(better);
		throw better;
	}
}

type Advice = Readonly<Record<string, string>>;

const WRITING: Advice = {
	ENOENT: 'its folder does not exist; make it first',
	ENOTDIR: 'its folder is a file; choose another place',
	EISDIR: 'it is a folder; name a file',
	EACCES: 'permission denied; choose another place',
	EPERM: 'permission denied; choose another place',
	EROFS: 'the file system is read-only; choose another place',
	ENOSPC: 'the disk is full; make room or choose another place',
	EDQUOT: 'the quota is used up; make room or choose another place',
	EFBIG: 'the file would be larger than is allowed here; choose another place',
};

const READING: Advice = {
	EISDIR: 'it is a folder',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EIO: 'the disk gives an error where it lies',
};

import { messageOf } from '../diagnostic/message-of.ts';

/** `ENOENT`, `EACCES` and the like of an error of the file system, `UNKNOWN` where it has none. */
export function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}

/** Of an error of the file system its code, as its message names absolute paths; of others the message. */
export function reasonOf(error: unknown): string {
	return error instanceof Error && 'syscall' in error ? errorCode(error) : messageOf(error);
}

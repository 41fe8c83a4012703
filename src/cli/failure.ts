import { EXIT } from './exit-code.ts';

export { messageOf } from '../diagnostic/message-of.ts';

/** An end that the user can do something about: its message is all that is printed. */
interface Failure extends Error {
	readonly exitCode: number;
}

/** The arguments make no sense. */
export const wrongUsage = (message: string): Failure =>
	Object.assign(new Error(message), { exitCode: EXIT.wrongUsage });

/** The arguments make sense, but something that they name does not serve. */
export const couldNotRun = (message: string, cause?: unknown): Failure =>
	Object.assign(new Error(message, { cause }), { exitCode: EXIT.couldNotRun });

export function isFailure(error: unknown): error is Failure {
	return error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number';
}

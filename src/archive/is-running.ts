import { errorCode } from './error-code.ts';

/** Whether there is a process of this id. */
export function isRunning(id: number): boolean {
	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		// it runs, but is somebody else's
		return errorCode(error) === 'EPERM';
	}
}

import { SearchError } from '../../search/search-error.ts';
import { couldNotRun, wrongUsage } from '../failure.ts';

/** Runs a step of the search; what it foresees ends the command with its message. */
export async function tellingSearchErrors<T>(step: () => T | Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		if (!(error instanceof SearchError)) throw error;
		throw error.code === 'query' ? wrongUsage(error.message) : couldNotRun(error.message, error);
	}
}

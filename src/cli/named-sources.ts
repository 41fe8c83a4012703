import { findFiles, openSources, type Source } from '../archive/sources.ts';
import { couldNotRun, messageOf } from './failure.ts';

/** Looks up the files and folders that were named. */
export async function openNamed(named: readonly string[], cwd: string): Promise<Source[]> {
	try {
		return await openSources(named, { cwd });
	} catch (error) {
		throw couldNotRun(`${messageOf(error)}; check the name and the current folder`, error);
	}
}

export async function countFiles(sources: readonly Source[]): Promise<number> {
	let total = 0;
	for await (const _ of findFiles(sources)) total += 1;
	return total;
}

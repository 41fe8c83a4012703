import {
	closeSync,
	constants,
	copyFileSync,
	fsyncSync,
	openSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../archive/error-code.ts';
import { isRunning } from '../archive/is-running.ts';
import { SearchError } from './search-error.ts';

/** A file beside the index, in which the next one is built; whoever asks the old one does not notice. */
export interface Aside {
	readonly path: string;
	/** Sees it to the disk and moves it into the place of the index. */
	publish(): void;
	discard(): void;
}

/** Where an index lies: at the end of a link, where it is one. */
export function placeOf(path: string): string {
	try {
		return realpathSync(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return path;
		throw error;
	}
}

/** Counts the builds of this process, of which several may go on at a time. */
let builds = 0;

/** Begins with a copy of the old index, or with nothing. Removes what builds that were killed have left. */
export function openAside(place: string, old: 'copied' | 'left'): Aside {
	removeStale(place);
	builds += 1;
	const path = `${place}.${process.pid}-${builds}.partial`;
	rmSync(path, { force: true });
	if (old === 'copied') copyFileSync(place, path, constants.COPYFILE_FICLONE);
	return {
		path,
		publish: () => {
			const handle = openSync(path, 'r+');
			fsyncSync(handle);
			closeSync(handle);
			renameSync(path, place);
		},
		discard: () => rmSync(path, { force: true }),
	};
}

function removeStale(place: string): void {
	const [folder, name] = [dirname(place), basename(place)];
	for (const entry of entriesOf(folder)) {
		if (!entry.startsWith(`${name}.`)) continue;
		const [, pid] = /^(\d+)-\d+\.partial$/.exec(entry.slice(name.length + 1)) ?? [];
		if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, entry), { force: true });
	}
}

function entriesOf(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
		throw new SearchError('input', `there is no folder ${folder} for the index; make it first`, error);
	}
}

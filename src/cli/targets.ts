import { promises as fs } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { hashFile } from '../archive/hash-file.ts';
import { isPageName, isWithin, pathFrom } from '../archive/page-name.ts';
import { restOf } from '../archive/run-in-place.ts';
import { manifestOf, type OutputFile, type Outputs } from '../archive/run-manifest.ts';
import { findPlace } from '../archive/write-aside.ts';
import { wrongUsage } from './failure.ts';

export interface OutputFiles {
	readonly out: string | null;
	readonly rejects: string | null;
	readonly diagnostics: string | null;
}

/** Where the outputs of a run go. */
export interface Targets {
	/** As they are called to the user. */
	readonly files: OutputFiles;
	readonly paths: Outputs<string | null>;
	/** Where they lie until the end; `null` of those that are written directly (a device, a pipe). */
	readonly partials: Outputs<string | null>;
	/** The file of records, from which a later run knows this one; `null` where the records go to no regular file. */
	readonly home: string | null;
	/** As the manifest names them; `null` of those that cannot be read again. */
	readonly outputs: Outputs<OutputFile | null>;
}

/**
 * Throws where one is a folder, cannot be looked at, or would be written over another one or over what is to be read.
 * @param read files and folders, as they were named
 */
export async function chooseTargets(named: OutputFiles, read: readonly string[], cwd: string): Promise<Targets> {
	const place = async (file: string | null) => (file === null ? null : (await findPlace(resolve(cwd, file))).partial);
	const records = await place(named.out);
	// beside a file of records there is always one of rejects: else each run would have to read these pages again
	const isMissing = records !== null && named.rejects === null;
	const files = isMissing ? { ...named, rejects: `${named.out}.rejects.ndjson` } : named;
	const partials = { records, rejects: await place(files.rejects), diagnostics: await place(files.diagnostics) };
	const path = (file: string | null) => (file === null ? null : resolve(cwd, file));
	const paths = { records: path(files.out), rejects: path(files.rejects), diagnostics: path(files.diagnostics) };
	const home = records === null ? null : paths.records;
	const manifest = home === null ? null : (await findPlace(manifestOf(home))).partial;
	const sources = await lookUp(read, cwd);
	for (const file of [manifest, ...Object.values(partials)]) if (file !== null) checkNoPage(file, sources);
	checkApart(files, partials, manifest, sources);
	const output = (target: string | null, partial: string | null): OutputFile | null =>
		home === null || target === null || partial === null ? null : { file: pathFrom(dirname(home), target) };
	const outputs = {
		records: output(paths.records, partials.records),
		rejects: output(paths.rejects, partials.rejects),
		diagnostics: output(paths.diagnostics, partials.diagnostics),
	};
	return { files, paths, partials, home, outputs };
}

/** Something that is to be read, in its place without links. */
interface Source {
	readonly named: string;
	readonly place: string;
	readonly isFolder: boolean;
}

async function lookUp(read: readonly string[], cwd: string): Promise<Source[]> {
	const sources: Source[] = [];
	for (const named of read) {
		// what is missing is told by whoever reads it
		const place = await fs.realpath(resolve(cwd, named)).catch(() => null);
		if (place !== null) sources.push({ named, place, isFolder: (await fs.stat(place)).isDirectory() });
	}
	return sources;
}

/** Where a target lies in the end. */
export const placeOf = (partial: string): string => partial.slice(0, -'.partial'.length);

/** Throws where an output would be read as a page: by this run, which then replaces it, or by the next one. */
function checkNoPage(partial: string, sources: readonly Source[]): void {
	const place = placeOf(partial);
	if (!isPageName(place)) return;
	const source = sources.find(({ place: folder, isFolder }) => isFolder && isWithin(folder, place));
	if (source !== undefined) throw wrongUsage(`${place} would be a page of ${source.named}; name another file`);
}

/** Throws where an output would be written over another one, over a source, or over what lies beside, by whatever name. */
function checkApart(
	files: OutputFiles,
	partials: Targets['partials'],
	manifest: string | null,
	sources: readonly Source[],
): void {
	const taken = new Map(sources.map(({ named, place }) => [place, `${named}, which is to be read`]));
	const take = (name: string, partial: string, what: string): void => {
		const places = [placeOf(partial), partial, restOf(partial)];
		for (const place of places) {
			const other = taken.get(place);
			if (other !== undefined) throw wrongUsage(`${name} would be written over ${other}; name another file`);
		}
		for (const place of places) taken.set(place, what);
	};
	if (manifest !== null) take(`the manifest of ${files.out}`, manifest, `the manifest of ${files.out}`);
	for (const [file, partial] of [
		[files.out, partials.records],
		[files.rejects, partials.rejects],
		[files.diagnostics, partials.diagnostics],
	] as const) {
		if (file !== null && partial !== null) take(file, partial, file);
	}
}

/** With length and hash of what lies there, before it is moved into place. */
export async function measureOutputs({ outputs, partials }: Targets): Promise<Outputs<OutputFile | null>> {
	const measure = async (output: OutputFile | null, partial: string | null) =>
		output === null || partial === null ? null : { ...output, ...(await hashFile(partial)) };
	return {
		records: await measure(outputs.records, partials.records),
		rejects: await measure(outputs.rejects, partials.rejects),
		diagnostics: await measure(outputs.diagnostics, partials.diagnostics),
	};
}

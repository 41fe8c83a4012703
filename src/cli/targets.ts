import { dirname, resolve } from 'node:path';
import { hashFile } from '../archive/hash-file.ts';
import { pathFrom } from '../archive/page-name.ts';
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

/** Throws where one is a folder, or cannot be looked at. */
export async function chooseTargets(named: OutputFiles, isTogether: boolean, cwd: string): Promise<Targets> {
	const place = async (file: string | null) => (file === null ? null : (await findPlace(resolve(cwd, file))).partial);
	const records = await place(named.out);
	// beside a file of records there is always one of rejects: else each run would have to read these pages again
	const isMissing = records !== null && named.rejects === null && !isTogether;
	const files = isMissing ? { ...named, rejects: `${named.out}.rejects.ndjson` } : named;
	const partials = { records, rejects: await place(files.rejects), diagnostics: await place(files.diagnostics) };
	const path = (file: string | null) => (file === null ? null : resolve(cwd, file));
	const paths = { records: path(files.out), rejects: path(files.rejects), diagnostics: path(files.diagnostics) };
	const home = records === null ? null : paths.records;
	checkApart(files, partials, home);
	const output = (target: string | null, partial: string | null): OutputFile | null =>
		home === null || target === null || partial === null ? null : { file: pathFrom(dirname(home), target) };
	const outputs = {
		records: output(paths.records, partials.records),
		rejects: output(paths.rejects, partials.rejects),
		diagnostics: output(paths.diagnostics, partials.diagnostics),
	};
	return { files, paths, partials, home, outputs };
}

/** Throws where an output would be written over another one, or over what lies beside it, by whatever name. */
function checkApart(files: OutputFiles, partials: Targets['partials'], home: string | null): void {
	const taken = new Map<string, string>();
	const beside = (partial: string) => [partial.slice(0, -'.partial'.length), partial, restOf(partial)];
	if (home !== null) {
		for (const place of beside(`${manifestOf(home)}.partial`)) taken.set(place, `the manifest of ${files.out}`);
	}
	for (const [file, partial] of [
		[files.out, partials.records],
		[files.rejects, partials.rejects],
		[files.diagnostics, partials.diagnostics],
	] as const) {
		if (file === null || partial === null) continue;
		for (const place of beside(partial)) {
			const other = taken.get(place);
			if (other !== undefined) throw wrongUsage(`${file} would be written over ${other}; name another file`);
		}
		for (const place of beside(partial)) taken.set(place, file);
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

import { promises as fs } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { errorCode } from '../archive/error-code.ts';
import { pathFrom } from '../archive/page-name.ts';
import { restOf } from '../archive/run-in-place.ts';
import {
	difference,
	type MadeWith,
	manifestOf,
	type OutputFile,
	type Outputs,
	type RunManifest,
	readManifest,
	writeManifest,
} from '../archive/run-manifest.ts';
import { findPlace } from '../archive/write-aside.ts';
import { type Left, openPartials } from './resume.ts';
import { placeOf, type Targets } from './targets.ts';

/** What was kept of a run that was made with the same as this one. */
export interface Kept extends Left {
	/** Of no use when this run is whole. */
	remove(): Promise<void>;
}

const keptName = (target: string, number: number): string => `${target}.kept-${number}`;

/** Its partial file, and what was moved out of the way of that. */
const filesOf = (partial: string): [string, string] => [partial, restOf(partial)];

/**
 * Gives what a run has left beside its targets, of which this one can use nothing, names under which `openKept` finds
 * it: hours of work may hang on an option that was mistyped. Killed at any moment, each file lies under the one name or
 * the other, and the next call moves the rest. Resolves to what the records are called then.
 */
export async function setAside(manifest: RunManifest | null, targets: Targets): Promise<string> {
	const { home, files, outputs } = targets;
	if (home === null) throw new Error('only a run with a file of records can be set aside');
	const isKnown = manifest?.state === 'running';
	const partials = await partialsOf(home, isKnown ? manifest.outputs : outputs);
	// the records last: as long as they are there, something is left
	const found = [partials.diagnostics, partials.rejects, partials.records].filter((partial) => partial !== null);
	const number = await freeNumber(found);
	if (isKnown) {
		const renamed = (partial: string | null): OutputFile | null =>
			partial === null ? null : { file: pathFrom(dirname(home), keptName(placeOf(partial), number)) };
		const { previous: _, ...rest } = manifest;
		await writeManifest(keptName(home, number), {
			...rest,
			outputs: {
				records: renamed(partials.records),
				rejects: renamed(partials.rejects),
				diagnostics: renamed(partials.diagnostics),
			},
		});
	}
	// one whose records were removed without it says nothing of these
	else await fs.rm(manifestOf(keptName(home, number)), { force: true });
	for (const partial of found) {
		const to = filesOf(keptPartial(partial, number));
		for (const [index, file] of filesOf(partial).entries()) {
			if (await isThere(file)) await fs.rename(file, to[index] as string);
		}
	}
	return `${keptName(files.out ?? '', number)}.partial`;
}

/** Opens what was kept of runs that were made with the same, the newest first. */
export async function* openKept(home: string, made: MadeWith): AsyncGenerator<Kept> {
	for (const number of (await keptNumbers(home)).sort((one, other) => other - one)) {
		const name = keptName(home, number);
		const manifest = await readManifest(name);
		if (manifest === null || difference(manifest, made) !== null) continue;
		const partials = await partialsOf(home, manifest.outputs);
		yield {
			...(await openPartials(partials, manifest, made)),
			remove: async () => {
				for (const partial of Object.values(partials)) {
					for (const file of partial === null ? [] : filesOf(partial)) await fs.rm(file, { force: true });
				}
				await fs.rm(manifestOf(name), { force: true });
			},
		};
	}
}

async function partialsOf(home: string, outputs: Outputs<OutputFile | null>): Promise<Outputs<string | null>> {
	const partialOf = async (output: OutputFile | null): Promise<string | null> => {
		if (output === null) return null;
		try {
			return (await findPlace(resolve(dirname(home), output.file))).partial;
		} catch (error) {
			// with its folder it is gone
			if (errorCode(error) === 'ENOENT') return null;
			throw error;
		}
	};
	return {
		records: await partialOf(outputs.records),
		rejects: await partialOf(outputs.rejects),
		diagnostics: await partialOf(outputs.diagnostics),
	};
}

const keptPartial = (partial: string, number: number): string => `${keptName(placeOf(partial), number)}.partial`;

/** The first under which nothing would be written over, and no records lie. */
async function freeNumber(partials: readonly string[]): Promise<number> {
	const records = partials.at(-1);
	const isTaken = async (partial: string, number: number): Promise<boolean> => {
		const kept = filesOf(keptPartial(partial, number));
		for (const [index, file] of filesOf(partial).entries()) {
			const isMoved = partial === records || (await isThere(file));
			if (isMoved && (await isThere(kept[index] as string))) return true;
		}
		return false;
	};
	for (let number = 1; ; number += 1) {
		const taken = await Promise.all(partials.map((partial) => isTaken(partial, number)));
		if (!taken.includes(true)) return number;
	}
}

async function keptNumbers(home: string): Promise<number[]> {
	const [start, end] = [`${basename(home)}.kept-`, manifestOf('')];
	const names = await fs.readdir(dirname(home));
	return names
		.filter((name) => name.startsWith(start) && name.endsWith(end))
		.map((name) => name.slice(start.length, -end.length))
		.filter((text) => /^[1-9]\d*$/.test(text))
		.map(Number);
}

async function isThere(file: string): Promise<boolean> {
	return (await fs.lstat(file).catch(() => null)) !== null;
}

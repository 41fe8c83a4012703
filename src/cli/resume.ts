import { promises as fs } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type FormerRun, openFormerRun } from '../archive/former-run.ts';
import { restOf } from '../archive/run-in-place.ts';
import { difference, hasSameLimits, type MadeWith, type RunManifest, writeManifest } from '../archive/run-manifest.ts';
import { findPlace, moveIntoPlace } from '../archive/write-aside.ts';
import { couldNotRun } from './failure.ts';
import type { Targets } from './targets.ts';

/** What a run that did not end has left, as far as this one can go on with it. */
export interface Left {
	readonly run: FormerRun;
	/** What an earlier `--resume` has moved out of the way. */
	readonly rest: FormerRun;
	readonly hasSameLimits: boolean;
}

/** Whether a run that did not end has left something beside its targets. */
export async function hasLeft(manifest: RunManifest | null, { partials }: Targets): Promise<boolean> {
	const size = async (path: string) => (await fs.stat(path).catch(() => null))?.size ?? null;
	const { records, ...others } = partials;
	const own = records === null ? [] : [await size(records)];
	// of a run that ended, it is only what there was no time to remove
	if (records !== null && manifest?.state !== 'complete') own.push(await size(restOf(records)));
	if (own.some((bytes) => bytes !== null && bytes > 0)) return true;
	// all that was done may be rejects; whose they are is only known by the manifest, and whoever removes the records
	// wants to begin again
	if (own[0] == null || manifest?.state !== 'running') return false;
	for (const partial of Object.values(others)) {
		if (partial === null) continue;
		if (((await size(partial)) ?? 0) > 0 || ((await size(restOf(partial))) ?? 0) > 0) return true;
	}
	return false;
}

/** Opens what a run has left beside its targets; says why not, where it does not serve this one. */
export async function openLeft(
	manifest: RunManifest | null,
	made: MadeWith,
	targets: Targets,
): Promise<Left | { readonly refused: string; readonly hasManifest: boolean }> {
	if (manifest === null || manifest.state !== 'running')
		return { refused: 'no manifest says what it was made with', hasManifest: false };
	const refused = difference(manifest, made);
	if (refused !== null) return { refused, hasManifest: true };
	checkSameOutputs(manifest, targets);
	return openPartials(targets.partials, manifest, made);
}

/** Opens partial outputs of which a manifest says what they were made with. */
export async function openPartials(partials: Targets['partials'], manifest: MadeWith, made: MadeWith): Promise<Left> {
	const restFrom = (partial: string | null) => (partial === null ? null : restOf(partial));
	const moved = {
		records: restFrom(partials.records),
		rejects: restFrom(partials.rejects),
		diagnostics: restFrom(partials.diagnostics),
	};
	const run = await openFormerRun(partials, made.generator);
	try {
		const rest = await openFormerRun(moved, made.generator);
		return { run, rest, hasSameLimits: hasSameLimits(manifest, made) };
	} catch (error) {
		await run.close();
		throw error;
	}
}

/** A partial output can only be gone on with where its companions go to the same files. */
function checkSameOutputs(manifest: RunManifest, { outputs, files }: Targets): void {
	for (const name of ['rejects', 'diagnostics'] as const) {
		const before = manifest.outputs[name]?.file ?? null;
		if (before === (outputs[name]?.file ?? null)) continue;
		const flag = before === null ? `without --${name}` : `with --${name} ${before}`;
		throw couldNotRun(`${files.out}.partial was begun ${flag}: name the same to resume it, or remove it`);
	}
}

/** Moves into place what a run has finished and not moved before it was ended. */
export async function finishMoving(records: string, manifest: RunManifest): Promise<RunManifest> {
	for (const output of Object.values(manifest.outputs)) {
		if (output === null) continue;
		const { place, partial } = await findPlace(resolve(dirname(records), output.file));
		const left = partial === null ? null : await fs.stat(partial).catch(() => null);
		if (partial !== null && left !== null && left.size === output.bytes) await moveIntoPlace(partial, place);
	}
	const { previous: _, ...rest } = manifest;
	const complete = { ...rest, state: 'complete' } as const;
	await writeManifest(records, complete);
	return complete;
}

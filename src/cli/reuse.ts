import { promises as fs } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../archive/error-code.ts';
import { type FormerRun, type KeptPage, openFormerRun } from '../archive/former-run.ts';
import { hashFile } from '../archive/hash-file.ts';
import type { HashedPage } from '../archive/normalize-pages.ts';
import { FAULTS } from '../archive/reject-page.ts';
import {
	difference,
	hasSameLimits,
	type MadeWith,
	manifestOf,
	type OutputFile,
	readManifest,
	wholeManifest,
} from '../archive/run-manifest.ts';
import { couldNotRun } from './failure.ts';

/** Pages that a former run has read with the same data and options. */
export interface Reusable {
	find(page: HashedPage): KeptPage | null;
	close(): Promise<void>;
}

interface ReuseSettings {
	readonly made: MadeWith;
	/** Without its line of diagnostics a record does not serve. */
	readonly needsDiagnostics: boolean;
	/** Whether pages on which the run failed stay rejects, as where that run is only gone on with. */
	readonly keepsFaults: boolean;
}

/** Told in the summary where nothing is reused. */
export interface NotReused {
	readonly note: string;
}

/** Opens the records of a run that ended, as `--out` wrote them; `named` is how the user calls them. */
export async function openPrevious(
	records: string,
	named: string,
	settings: ReuseSettings,
): Promise<Reusable | NotReused> {
	if (!(await isFile(records))) throw couldNotRun(`no such file of records: ${named}; check the name`);
	const manifest = wholeManifest(await readManifest(records));
	const refuse = (why: string): NotReused => ({ note: `${named} is not reused: ${why}` });
	if (manifest === null) return refuse(`it has no ${manifestOf(named)} that says what it was made with`);
	const other = difference(manifest, settings.made);
	if (other !== null) return refuse(other);
	const folder = dirname(records);
	const { outputs } = manifest;
	if (outputs.records === null || !(await isAsWritten(records, outputs.records)))
		return refuse('it is not what its manifest says');
	const unchanged = async (output: OutputFile | null): Promise<string | null> => {
		if (output === null) return null;
		const path = resolve(folder, output.file);
		return (await isAsWritten(path, output)) ? path : null;
	};
	const diagnostics = await unchanged(outputs.diagnostics);
	const rejects = await unchanged(outputs.rejects);
	if (settings.needsDiagnostics && diagnostics === null) return refuse('its diagnostics are asked for and not there');
	return reusable(await openFormerRun({ records, rejects, diagnostics }, settings.made.generator), {
		...settings,
		keepsFaults: settings.keepsFaults && hasSameLimits(manifest, settings.made),
	});
}

export function reusable(run: FormerRun, { needsDiagnostics, keepsFaults }: Omit<ReuseSettings, 'made'>): Reusable {
	return {
		find: (page) => {
			const found = run.find(page);
			if (found === null) return null;
			if (found.reject !== null) return keepsFaults || !isFault(found.reject) ? found : null;
			return needsDiagnostics && found.diagnosticsLine === null ? null : found;
		},
		close: run.close,
	};
}

const isFault = (reject: string): boolean => FAULTS.some((rule) => rule === reject);

async function isFile(path: string): Promise<boolean> {
	return (await fs.stat(path).catch(() => null))?.isFile() === true;
}

async function isAsWritten(path: string, output: OutputFile): Promise<boolean> {
	try {
		const { size } = await fs.stat(path);
		return size === output.bytes && (await hashFile(path)).sha256 === output.sha256;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return false;
		throw error;
	}
}

import { promises as fs } from 'node:fs';
import { continueInPlace, restOf } from '../archive/run-in-place.ts';
import { lockFile } from '../archive/run-lock.ts';
import { manifestOf, type Outputs, type RunManifest, writeManifest } from '../archive/run-manifest.ts';
import { type AsideFile, openAside } from '../archive/write-aside.ts';
import { type FormerRuns, type FormerSettings, openFormerRuns } from './former-runs.ts';
import type { Host } from './host.ts';
import { type PageWriter, pageWriter } from './page-writer.ts';
import { chooseTargets, measureOutputs, type OutputFiles, placeOf, type Targets } from './targets.ts';

/** Where the lines of a run go; the files among them appear together, at the end, or not at all. */
export interface RunOutputs extends Pick<FormerRuns, 'notes' | 'warnings' | 'find'>, Pick<PageWriter, 'put'> {
	/** As they are called to the user. */
	readonly files: OutputFiles;
	/** Everything to the disk, then into place. */
	finish(counts: Readonly<Record<string, unknown>>): Promise<void>;
	/**
	 * Ends early. Tells whether what was done lies there for `--resume`, or another run has written over it; of `none` no
	 * file is left behind. Never throws.
	 */
	leave(): Promise<'kept' | 'changed' | 'none'>;
}

export interface OutputSettings extends FormerSettings {
	/** Files and folders that are to be read, as they were named. */
	readonly read: readonly string[];
	/** Whether rejects stand among the records too. */
	readonly isTogether: boolean;
}

export async function openOutputs(
	named: OutputFiles,
	settings: OutputSettings,
	host: Pick<Host, 'cwd' | 'stdout'>,
): Promise<RunOutputs> {
	const targets = await chooseTargets(named, settings.read, host.cwd);
	const { records } = targets.partials;
	// before anything is looked at that another run may be changing
	const unlock = records === null ? async () => {} : await lockFile(placeOf(records));
	try {
		const outputs = await openLocked(targets, settings, host);
		return {
			...outputs,
			finish: async (counts) => {
				await outputs.finish(counts);
				await unlock();
			},
			leave: async () => {
				const left = await outputs.leave();
				await unlock();
				return left;
			},
		};
	} catch (error) {
		await unlock();
		throw error;
	}
}

async function openLocked(
	targets: Targets,
	settings: OutputSettings,
	{ cwd, stdout }: Pick<Host, 'cwd' | 'stdout'>,
): Promise<RunOutputs> {
	const former = await openFormerRuns(settings, targets, cwd);
	const { left, notes, warnings } = former;
	const manifest = manifestWriter(targets, settings, former);
	let files: Outputs<AsideFile | null>;
	try {
		files = await openTargets(targets, left !== null, async () => {
			if (left === null) await removeRests(targets);
			await manifest.begin();
		});
	} catch (error) {
		await former.close();
		throw error;
	}
	const opened = openFiles(files);
	const inPlace = left === null ? null : continueInPlace(left.run, left.rest, files, settings.isTogether);
	const writer = pageWriter(files, inPlace, settings.isTogether, stdout);
	return {
		files: targets.files,
		notes,
		warnings,
		find: former.find,
		put: writer.put,
		finish: async (counts) => {
			for (const file of opened) await file.seal();
			await manifest.seal(counts);
			// not every system lets a file be replaced that is open
			await former.close();
			for (const file of opened) await file.publish();
			await manifest.complete();
			await removeRests(targets);
			await former.finish();
		},
		leave: async () => {
			await former.close();
			const isKept = targets.home !== null && (left !== null || writer.pages() > 0);
			if (!isKept) {
				for (const file of opened) await file.discard();
				await manifest.takeBack();
				return 'none';
			}
			let isThere = true;
			for (const file of opened) isThere = (await file.keep()) && isThere;
			return isThere ? 'kept' : 'changed';
		},
	};
}

const openFiles = (files: Outputs<AsideFile | null>): AsideFile[] =>
	[files.records, files.rejects, files.diagnostics].filter((file) => file !== null);

/** Opens them and begins: where either fails, nothing new is left behind. */
async function openTargets(
	{ paths }: Targets,
	continues: boolean,
	begin: () => Promise<void>,
): Promise<Outputs<AsideFile | null>> {
	const opened: AsideFile[] = [];
	const open = async (path: string | null): Promise<AsideFile | null> => {
		if (path === null) return null;
		const file = await openAside(path, { continues });
		opened.push(file);
		return file;
	};
	try {
		const files = {
			records: await open(paths.records),
			rejects: await open(paths.rejects),
			diagnostics: await open(paths.diagnostics),
		};
		await begin();
		return files;
	} catch (error) {
		for (const file of opened) await (continues ? file.keep() : file.discard());
		throw error;
	}
}

async function removeRests({ home, partials }: Targets): Promise<void> {
	if (home === null) return;
	for (const partial of Object.values(partials)) {
		if (partial !== null) await fs.rm(restOf(partial), { force: true });
	}
}

/** Of a run without a file of records there is nothing to be said. */
function manifestWriter(targets: Targets, { made }: FormerSettings, { left, whole }: FormerRuns) {
	const { home, outputs } = targets;
	const previous = whole === null ? {} : { previous: whole };
	let sealed: Pick<RunManifest, 'outputs' | 'counts'> = { outputs };
	const write = async (state: Pick<RunManifest, 'state' | 'previous'>, by = made): Promise<void> => {
		if (home !== null) await writeManifest(home, { ...state, ...by, ...sealed });
	};
	return {
		// some of what lies there was given up under other limits, also for whoever goes on after this run
		begin: () =>
			write({ state: 'running', ...previous }, left?.hasSameLimits === false ? { ...made, limits: {} } : made),
		seal: async (counts: Readonly<Record<string, unknown>>) => {
			if (home !== null) sealed = { outputs: await measureOutputs(targets), counts };
			await write({ state: 'sealed', ...previous });
		},
		complete: () => write({ state: 'complete' }),
		/** As if the run had not been. Never throws. */
		takeBack: async () => {
			if (home === null) return;
			const step = whole === null ? fs.rm(manifestOf(home), { force: true }) : writeManifest(home, whole);
			await step.catch(() => {});
		},
	};
}

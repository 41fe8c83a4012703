import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import type { KeptPage } from '../archive/former-run.ts';
import type { HashedPage } from '../archive/normalize-pages.ts';
import { type MadeWith, type RunManifest, readManifest, wholeManifest } from '../archive/run-manifest.ts';
import { couldNotRun } from './failure.ts';
import { type Kept, openKept, setAside } from './kept-aside.ts';
import { finishMoving, hasLeft, type Left, openLeft } from './resume.ts';
import { openPrevious, type Reusable, reusable } from './reuse.ts';
import type { Targets } from './targets.ts';

export interface FormerSettings {
	readonly made: MadeWith;
	readonly resume: boolean;
	/** Records of runs that ended, as they were named. */
	readonly reuse: readonly string[];
}

/** All that is known of pages before they are read. */
export interface FormerRuns {
	/** The run that is gone on with. */
	readonly left: Left | null;
	/** Of the whole output that lies in place. */
	readonly whole: RunManifest | null;
	/** What was not reused, and why. */
	readonly notes: readonly string[];
	/** Of these, what the user should hear before the run, not after it. */
	readonly warnings: readonly string[];
	find(page: HashedPage): KeptPage | null;
	/** Removes what is of no use when the outputs are whole. */
	finish(): Promise<void>;
	close(): Promise<void>;
}

export async function openFormerRuns(settings: FormerSettings, targets: Targets, cwd: string): Promise<FormerRuns> {
	const runs: Reusable[] = [];
	const close = async (): Promise<void> => {
		for (const run of runs) await run.close();
	};
	try {
		return { ...(await openAll(runs, settings, targets, cwd)), find: (page) => findIn(runs, page), close };
	} catch (error) {
		await close();
		throw error;
	}
}

function findIn(runs: readonly Reusable[], page: HashedPage): KeptPage | null {
	for (const run of runs) {
		const found = run.find(page);
		if (found !== null) return found;
	}
	return null;
}

/** Those that are opened are added to `runs`, the one first of which a page is taken. */
async function openAll(
	runs: Reusable[],
	settings: FormerSettings,
	targets: Targets,
	cwd: string,
): Promise<Omit<FormerRuns, 'find' | 'close'>> {
	const { made, resume } = settings;
	const { home, files } = targets;
	const named = files.out ?? '';
	if (resume && home === null) throw couldNotRun('--resume goes on with a file of records: take --out FILE');
	let manifest = home === null ? null : await readManifest(home);
	if (!resume && home !== null && (await hasLeft(manifest, targets))) {
		throw couldNotRun(
			`${named}.partial is left from a run that did not end; go on with it by --resume, or remove it to begin again`,
		);
	}
	const needsDiagnostics = files.diagnostics !== null;
	const notes: string[] = [];
	const addPrevious = async (previous: string, keepsFaults: boolean): Promise<void> => {
		const opened = await openPrevious(resolve(cwd, previous), previous, { made, needsDiagnostics, keepsFaults });
		if ('note' in opened) notes.push(opened.note);
		else runs.push(opened);
	};
	if (resume && home !== null && manifest?.state === 'sealed') manifest = await finishMoving(home, manifest);
	const whole = home !== null && (await isThere(home)) ? wholeManifest(manifest) : null;
	const warnings: string[] = [];
	const kept: Kept[] = [];
	let left: Left | null = null;
	if (resume && home !== null) {
		const addLeft = ({ run, rest, hasSameLimits }: Left): void => {
			const keeps = { needsDiagnostics, keepsFaults: hasSameLimits };
			runs.push(reusable(run, keeps), reusable(rest, keeps));
		};
		const isLeft = await hasLeft(manifest, targets);
		const opened = isLeft ? await openLeft(manifest, made, targets) : null;
		if (opened !== null && 'run' in opened) {
			left = opened;
			addLeft(opened);
		} else if (opened !== null) {
			const place = await setAside(manifest, targets);
			const use = opened.hasManifest ? ', and a --resume with what it was made with goes on with it' : '';
			warnings.push(`${named}.partial was not resumed: ${opened.refused}; it is kept as ${place}${use}`);
		}
		for await (const one of openKept(home, made)) {
			kept.push(one);
			addLeft(one);
		}
		// a run that ended before it could be resumed is not done again either
		if (left === null && whole !== null) await addPrevious(named, true);
		if (!isLeft && runs.length === 0) notes.push('nothing was left to resume');
	}
	for (const previous of settings.reuse) await addPrevious(previous, false);
	const finish = async (): Promise<void> => {
		for (const one of kept) await one.remove();
	};
	return { left, whole, notes: [...warnings, ...notes], warnings, finish };
}

async function isThere(file: string): Promise<boolean> {
	return (await fs.stat(file).catch(() => null)) !== null;
}

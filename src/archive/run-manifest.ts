import { promises as fs } from 'node:fs';
import { errorCode } from './error-code.ts';
import { openAside } from './write-aside.ts';

/** What decides the values of a run's records: two runs that share it give the same record for the same page. */
export interface MadeWith {
	/** Version of the package and hash of its data and of all packs. */
	readonly generator: string;
	readonly options: Readonly<Record<string, unknown>>;
	/** These decide no value, only when a page is given up. */
	readonly limits: Readonly<Record<string, number>>;
}

/** One output of a run; how long it is and its hash are known at the end. */
export interface OutputFile {
	/** Relative to the folder of the manifest, `/` as separator. */
	readonly file: string;
	readonly bytes?: number;
	readonly sha256?: string;
}

/** The three streams of lines that a run can write. */
export interface Outputs<T> {
	readonly records: T;
	readonly rejects: T;
	readonly diagnostics: T;
}

/** `running`: the outputs lie beside their names; `sealed`: whole, but not all moved into place; `complete`. */
type State = 'running' | 'sealed' | 'complete';

/** Lies beside the records, as `<records>.manifest.json`; says what they were made with. */
export interface RunManifest extends MadeWith {
	readonly manifest: typeof VERSION;
	readonly state: State;
	/** `null` of those that are not written, or that cannot be read again. */
	readonly outputs: Outputs<OutputFile | null>;
	/** At the end; pages, records, rejects and these by their rule. */
	readonly counts?: Readonly<Record<string, unknown>>;
	/** Of the whole output that lies in place while a run is going to replace it. */
	readonly previous?: RunManifest;
}

const VERSION = 'technet-advisory-run/1';

export const manifestOf = (records: string): string => `${records}.manifest.json`;

/** `null` where there is none, or where it is none of this version. */
export async function readManifest(records: string): Promise<RunManifest | null> {
	let text: string;
	try {
		text = await fs.readFile(manifestOf(records), 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
	try {
		const value = JSON.parse(text);
		return value?.manifest === VERSION && isWhole(value) ? value : null;
	} catch {
		return null;
	}
}

/** Whether it has what is read of it, whoever wrote it. */
function isWhole({ generator, options, limits, outputs }: Partial<RunManifest>): boolean {
	const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
	return (
		typeof generator === 'string' && isObject(options) && isObject(limits) && typeof outputs?.records?.file === 'string'
	);
}

/** Appears whole, and is on the disk when this resolves. */
export async function writeManifest(records: string, manifest: Omit<RunManifest, 'manifest'>): Promise<void> {
	const file = await openAside(manifestOf(records));
	try {
		await file.write(`${JSON.stringify({ manifest: VERSION, ...manifest }, null, 2)}\n`);
		await file.seal();
		await file.publish();
	} catch (error) {
		await file.discard();
		throw error;
	}
}

/** Of the records that lie in place, not of those that are being made. */
export function wholeManifest(manifest: RunManifest | null): RunManifest | null {
	if (manifest === null || manifest.state === 'complete') return manifest;
	return manifest.previous ?? null;
}

/** Why records of the one run are not those of the other, in words; `null` where they are. */
export function difference(made: MadeWith, asked: MadeWith): string | null {
	if (made.generator !== asked.generator) {
		const isVersion = versionOf(made) !== versionOf(asked);
		return `made ${isVersion ? 'by' : 'with other packs, by'} ${made.generator}, this is ${asked.generator}`;
	}
	const names = [...new Set([...Object.keys(made.options), ...Object.keys(asked.options)])].sort();
	const other = names.filter((name) => JSON.stringify(made.options[name]) !== JSON.stringify(asked.options[name]));
	const said = other.map((name) => `${name} (${shown(made.options[name])}, now ${shown(asked.options[name])})`);
	return other.length === 0 ? null : `made with other options: ${said.join(', ')}`;
}

const versionOf = ({ generator }: MadeWith): string => generator.split('+')[0] ?? '';

function shown(value: unknown): string {
	if (value === undefined) return 'none';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

export const hasSameLimits = (made: MadeWith, asked: MadeWith): boolean =>
	Object.entries(asked.limits).every(([name, value]) => made.limits[name] === value);

import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { blankAdvisory } from '../advisory/blank.ts';
import { CONTRACT_VERSION } from '../advisory/contract-version.ts';
import type { Advisory } from '../advisory/schema.ts';
import type { ArchiveOptions } from '../archive/normalize-archive.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { openNotes } from './notes.ts';
import { isRecordFile, readLines } from './record-lines.ts';
import { SearchError } from './search-error.ts';

/** A record with what was noticed on its page; `null` for a page that is no advisory. */
export interface Input {
	readonly advisory: Advisory | null;
	readonly diagnostics: readonly Diagnostic[];
	/** Of a line that says that a page was rejected, why. */
	readonly reject?: string;
}

export interface InputOptions {
	/** Folder to which names are relative; that of the process where it is not given. */
	readonly cwd?: string;
	/** File of diagnostics, as `normalize --diagnostics` writes it, for records that come from files. */
	readonly diagnostics?: string;
	/** How pages are read. */
	readonly parse?: Omit<ArchiveOptions, 'root' | 'onLinkSkipped'>;
}

/** Reads what was named: files of records as they are, all else as pages. Throws where something is missing. */
export async function* readInput(names: readonly string[], options: InputOptions = {}): AsyncGenerator<Input> {
	const cwd = resolve(options.cwd ?? '.');
	const pages: string[] = [];
	const records: string[] = [];
	for (const name of names) {
		const file = resolve(cwd, name);
		const isRecords = !(await isFolder(file, name)) && (await isRecordFile(file));
		(isRecords ? records : pages).push(name);
	}
	const notesFile = options.diagnostics;
	const notes = notesFile === undefined ? null : openNotes(resolve(cwd, notesFile), notesFile);
	for (const name of records) {
		for await (const { value, place } of readLines(resolve(cwd, name), name)) {
			if (isReject(value)) {
				yield { advisory: null, diagnostics: [], reject: String(value.reject) };
				continue;
			}
			const advisory = checkRecord(value, place);
			yield { advisory, diagnostics: (await notes?.of(advisory)) ?? [] };
		}
	}
	if (pages.length === 0) return;
	// the parser is not loaded for records
	const [{ normalizeArchive }, { openSources, readSources }] = await Promise.all([
		import('../archive/normalize-archive.ts'),
		import('../archive/sources.ts'),
	]);
	const sources = await openSources(pages, { cwd });
	yield* normalizeArchive(readSources(sources, { limit: options.parse?.limits?.bytes }), options.parse);
}

async function isFolder(file: string, name: string): Promise<boolean> {
	try {
		return (await fs.stat(file)).isDirectory();
	} catch (error) {
		throw new SearchError('input', `no such file or folder: ${name}; check the name and the current folder`, error);
	}
}

/** A page that is no advisory, as `normalize` writes it among the records or into a file of its own. */
const isReject = ({ schema, reject }: Readonly<Record<string, unknown>>): boolean =>
	schema === undefined && typeof reject === 'string';

type Shape = 'list' | 'object' | 'word';
const shapeOf = (value: unknown): Shape =>
	Array.isArray(value) ? 'list' : typeof value === 'object' && value !== null ? 'object' : 'word';
/** Keys of every record whose values are always there, and hold more than a word. */
const PARTS = Object.entries(blankAdvisory())
	.map(([key, value]) => [key, shapeOf(value)] as const)
	.filter(([, shape]) => shape !== 'word');

/** Records are taken as they are; what is none at all would be an index that finds nothing, or would stop the build. */
export function checkRecord(record: Readonly<Record<string, unknown>>, place: string): Advisory {
	if (record.schema !== CONTRACT_VERSION || typeof record.key !== 'string') {
		throw new SearchError(
			'input',
			`${place} is no record of ${CONTRACT_VERSION}; name a file as normalize --out writes it`,
		);
	}
	const missing = PARTS.find(([key, shape]) => shapeOf(record[key]) !== shape)?.[0];
	if (missing === undefined) return record as unknown as Advisory;
	throw new SearchError('input', `${place} is no whole record, for it has no ${missing}`);
}

import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
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
		for await (const record of readLines(resolve(cwd, name), name)) {
			const advisory = checkRecord(record, name);
			yield { advisory, diagnostics: (await notes?.of(advisory)) ?? [] };
		}
	}
	if (pages.length === 0) return;
	// the parser is not loaded for records
	const { normalizeArchive } = await import('../archive/normalize-archive.ts');
	const [first = ''] = pages;
	const isOneFolder = pages.length === 1 && (await isFolder(resolve(cwd, first), first));
	// paths are those that normalize gives: relative to the one folder, else to the current one
	const root = isOneFolder || cwd === process.cwd() ? {} : { root: cwd };
	yield* normalizeArchive(
		pages.map((name) => resolve(cwd, name)),
		{ ...options.parse, ...root },
	);
}

async function isFolder(file: string, name: string): Promise<boolean> {
	try {
		return (await fs.stat(file)).isDirectory();
	} catch (error) {
		throw new SearchError('input', `no such file or folder: ${name}; check the name and the current folder`, error);
	}
}

/** Records are taken as they are; what is none at all would be an index that finds nothing. */
export function checkRecord(record: Readonly<Record<string, unknown>>, name: string): Advisory {
	if (record.schema !== CONTRACT_VERSION || typeof record.key !== 'string') {
		throw new SearchError(
			'input',
			`${name} holds no records of ${CONTRACT_VERSION}; name a file as normalize --out writes it`,
		);
	}
	return record as unknown as Advisory;
}

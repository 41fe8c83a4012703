import { promises as fs } from 'node:fs';
import { errorCode } from './error-code.ts';
import { changed, reading } from './file-error.ts';
import { type JournalLine, readJournalLine } from './journal-line.ts';
import { type PlacedLine, placedLines } from './line-places.ts';
import type { HashedPage } from './normalize-pages.ts';
import { countRules, type PageFacts } from './page-outcome.ts';
import type { Outputs } from './run-manifest.ts';

/** An output of a former run. */
export interface FormerFile {
	readonly path: string;
	/** `null` where the file is missing. */
	readonly handle: fs.FileHandle | null;
	/** Bytes of whole lines that belong together with those of the other outputs. */
	end: number;
	/** What was moved elsewhere when its place was needed: all from this offset, by so much. */
	moved: { readonly path: string; readonly handle: fs.FileHandle; readonly from: number; readonly by: number } | null;
}

/** A line of a former output, its end included. */
export interface Stretch {
	readonly file: FormerFile;
	readonly offset: number;
	readonly length: number;
}

/** A page that a former run has read, with what it made of it. */
export interface KeptPage extends Omit<PageFacts, 'bytes'> {
	readonly key: string;
	readonly line: Stretch;
	/** `null` where the page was rejected, or the former run wrote no diagnostics. */
	readonly diagnosticsLine: Stretch | null;
	/** Of a reject that stands among the records too, its line there. */
	readonly answer: Stretch | null;
}

export interface FormerRun {
	readonly files: Outputs<FormerFile | null>;
	/** The same path with the same bytes. */
	find(page: HashedPage): KeptPage | null;
	close(): Promise<void>;
}

/**
 * Reads what a former run wrote, once, and keeps of each page only where its lines lie. A torn last line, and what lies
 * behind a line that is none, do not count. Only records of the same `generator` are known again. Rejects where a file
 * cannot be read; one that is missing has no lines.
 */
export async function openFormerRun(paths: Outputs<string | null>, generator: string): Promise<FormerRun> {
	const files = {
		records: await openFile(paths.records),
		rejects: await openFile(paths.rejects),
		diagnostics: await openFile(paths.diagnostics),
	};
	const pages = new Map<string, KeptPage>();
	const close = async (): Promise<void> => {
		for (const file of Object.values(files)) {
			await file?.handle?.close().catch(() => {});
			await file?.moved?.handle.close().catch(() => {});
		}
	};
	try {
		// a page that was named twice has the same lines twice
		for await (const page of keptPages(files, generator)) if (!pages.has(page.key)) pages.set(page.key, page);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		files,
		find: ({ path, sha256 }) => pages.get(keyOf(path, sha256)) ?? null,
		close,
	};
}

async function* keptPages({ records, rejects, diagnostics }: Outputs<FormerFile | null>, generator: string) {
	if (records === null) return;
	const notes = diagnostics?.handle == null ? null : placedLines(diagnostics.handle, diagnostics.path);
	const rejected = rejects === null ? null : journalLines(rejects);
	for await (const { line, found } of journalLines(records)) {
		if (found.reject !== null) {
			const answer = take(records, line);
			if (rejects !== null && rejected !== null) yield* rejectsUpTo(found, answer, rejects, rejected);
			continue;
		}
		let note: PlacedLine | undefined;
		// each record has its line of diagnostics, in the same order; it is written before the record
		if (notes !== null) note = (await notes.next()).value ?? undefined;
		const read = note?.isEnded === true ? readNote(note.bytes) : null;
		if (notes !== null && read?.path !== found.path) break;
		const noted = diagnostics === null || note === undefined ? null : take(diagnostics, note);
		const rules = read?.rules ?? [];
		const kept = keptPage(found, take(records, line), { diagnosticsLine: noted, rules });
		if (kept !== null && found.generator === generator) yield kept;
	}
	if (rejects === null || rejected === null) return;
	for await (const { line, found } of rejected) {
		const kept = keptPage(found, take(rejects, line));
		if (kept !== null) yield kept;
	}
}

/** A reject among the records has its line of rejects, in the same order; that is written before, and has the hash. */
async function* rejectsUpTo(
	{ path, reject }: JournalLine,
	answer: Stretch,
	rejects: FormerFile,
	rejected: ReturnType<typeof journalLines>,
): AsyncGenerator<KeptPage> {
	for (let isIt = false; !isIt; ) {
		const next = await rejected.next();
		if (next.done === true) return;
		const { found, line } = next.value;
		isIt = found.path === path && found.reject === reject;
		const kept = keptPage(found, take(rejects, line), isIt ? { answer } : {});
		if (kept !== null) yield kept;
	}
}

async function* journalLines({
	path,
	handle,
}: FormerFile): AsyncGenerator<{ readonly line: PlacedLine; readonly found: JournalLine }> {
	if (handle === null) return;
	for await (const line of placedLines(handle, path)) {
		const found = line.isEnded ? readJournalLine(line.bytes) : null;
		if (found === null) return;
		yield { line, found };
	}
}

/** Counts the line as one of those that belong together. */
function take(file: FormerFile, { offset, bytes }: PlacedLine): Stretch {
	const length = bytes.length + 1;
	file.end = offset + length;
	return { file, offset, length };
}

function keptPage(
	{ path, sha256, reject, document }: JournalLine,
	line: Stretch,
	more: Partial<Pick<KeptPage, 'diagnosticsLine' | 'rules' | 'answer'>> = {},
): KeptPage | null {
	if (sha256 === null) return null;
	const none = { diagnosticsLine: null, rules: [], answer: null };
	return { key: keyOf(path, sha256), path, reject, document, line, ...none, ...more };
}

function readNote(bytes: Buffer): { path: string; rules: KeptPage['rules'] } | null {
	try {
		const { path, diagnostics } = JSON.parse(bytes.toString('utf8'));
		return { path, rules: countRules(diagnostics) };
	} catch {
		return null;
	}
}

const keyOf = (path: string, sha256: string): string => `${sha256} ${path}`;

/** The bytes of the line, from wherever it lies by now. */
export async function readStretch({ file, offset, length }: Stretch): Promise<Buffer> {
	const { moved } = file;
	const isMoved = moved !== null && offset >= moved.from;
	const { path, handle } = isMoved ? moved : file;
	const start = isMoved ? offset + moved.by : offset;
	return reading(path, async () => {
		if (handle === null) throw changed('it is gone');
		const bytes = Buffer.allocUnsafe(length);
		for (let done = 0; done < length; ) {
			const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
			if (bytesRead === 0) throw changed('it became shorter while it was read');
			done += bytesRead;
		}
		return bytes;
	});
}

/** A file that is missing is as one without a line. */
async function openFile(path: string | null): Promise<FormerFile | null> {
	if (path === null) return null;
	try {
		return { path, handle: await reading(path, () => fs.open(path)), end: 0, moved: null };
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
		return { path, handle: null, end: 0, moved: null };
	}
}

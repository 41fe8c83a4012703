import { type KeptPage, readStretch } from '../archive/former-run.ts';
import { answerLine } from '../archive/ndjson.ts';
import type { PageOutcome } from '../archive/page-outcome.ts';
import type { RunInPlace } from '../archive/run-in-place.ts';
import type { Outputs } from '../archive/run-manifest.ts';
import type { AsideFile } from '../archive/write-aside.ts';
import { couldNotRun, messageOf } from './failure.ts';
import type { Host } from './host.ts';
import { isClosedPipe, writeTo } from './stream-lines.ts';

export interface PageWriter {
	/** Resolves when the page's lines are written, so that a run that is killed behind it has them. */
	put(page: PageOutcome | KeptPage): Promise<void>;
	/** So many were put. */
	pages(): number;
}

/** Of a page that was not read, but copied. */
const isKept = (page: PageOutcome | KeptPage): page is KeptPage => 'key' in page;

/** Rejects stand among the records too where they are together. */
export function pageWriter(
	files: Outputs<AsideFile | null>,
	inPlace: RunInPlace | null,
	isTogether: boolean,
	stdout: Host['stdout'],
): PageWriter {
	let pages = 0;
	const writeRecord = (line: string | Uint8Array) =>
		files.records === null ? writeToStdout(stdout, line) : files.records.write(line);
	const bytesOf = async (page: PageOutcome | KeptPage) => {
		if (!isKept(page)) return { line: page.line, note: page.diagnosticsLine };
		const { line, diagnosticsLine: note } = page;
		const isAsked = files.diagnostics !== null && note !== null;
		return { line: await readStretch(line), note: isAsked ? await readStretch(note) : null };
	};
	return {
		pages: () => pages,
		put: async (page) => {
			pages += 1;
			if (isKept(page) && inPlace?.pass(page) === true) return;
			await inPlace?.leave();
			if (page.reject !== null) {
				const { line } = await bytesOf(page);
				// the hash first: without it the answer would not be known again
				await files.rejects?.write(line);
				if (isTogether) await writeRecord(answerLine(String(line)));
				return;
			}
			const { line, note } = await bytesOf(page);
			// a record that is there must not lack its diagnostics, wherever the run ends
			if (note !== null) await files.diagnostics?.write(note);
			await writeRecord(line);
		},
	};
}

async function writeToStdout(stdout: Host['stdout'], line: string | Uint8Array): Promise<void> {
	try {
		await writeTo(stdout, line);
	} catch (error) {
		if (isClosedPipe(error)) throw error;
		throw couldNotRun(`cannot write to stdout: ${messageOf(error)}; take --out FILE`, error);
	}
}

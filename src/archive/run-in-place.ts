import { constants, promises as fs } from 'node:fs';
import { changed, reading, writing } from './file-error.ts';
import type { FormerFile, FormerRun, KeptPage, Stretch } from './former-run.ts';
import type { Outputs } from './run-manifest.ts';
import { type AsideFile, writeAt } from './write-aside.ts';

/**
 * The outputs of a run that did not end, continued where they lie: as long as the archive gives the pages that they
 * have in the order in which they have them, nothing is written.
 */
export interface RunInPlace {
	/** Whether the page's lines stand where they would be written now; if so they are passed. */
	pass(page: KeptPage): boolean;
	/** Has to be called before something is written. What comes behind is moved to where `readStretch` finds it. */
	leave(): Promise<void>;
}

/** What was moved lies beside the partial output, for a run that ends before it was used. */
export const restOf = (partial: string): string => `${partial}.rest`;

/**
 * @param rest what an earlier run has moved, as it was read
 * @param isTogether whether rejects stand among the records too
 */
export function continueInPlace(
	run: FormerRun,
	rest: FormerRun | null,
	targets: Outputs<AsideFile | null>,
	isTogether: boolean,
): RunInPlace {
	let isLeft = false;
	const isNext = (file: FormerFile | null, target: AsideFile | null, line: Stretch): boolean =>
		file !== null && line.file === file && line.offset === target?.position();
	return {
		pass: (page) => {
			if (isLeft) return false;
			const parts = partsOf(page, isTogether).filter(({ name }) => name !== 'diagnostics' || targets[name] !== null);
			if (!parts.every(({ name, line }) => line !== null && isNext(run.files[name], targets[name], line))) return false;
			for (const { name, line } of parts) targets[name]?.pass(line?.length ?? 0);
			return true;
		},
		leave: async () => {
			if (isLeft) return;
			isLeft = true;
			// all is moved before anything is cut off: a run that ends here has it twice, not never
			for (const name of ['diagnostics', 'records', 'rejects'] as const) {
				const [file, target] = [run.files[name], targets[name]];
				if (file !== null && target !== null) await moveRest(file, target, rest?.files[name]?.end ?? 0);
			}
			for (const target of Object.values(targets)) await target?.cut();
		},
	};
}

/** The lines of a page and where they go. */
function partsOf(
	{ reject, line, diagnosticsLine, answer }: KeptPage,
	isTogether: boolean,
): { readonly name: keyof Outputs<unknown>; readonly line: Stretch | null }[] {
	if (reject === null)
		return [
			{ name: 'records', line },
			{ name: 'diagnostics', line: diagnosticsLine },
		];
	return [{ name: 'rejects', line }, ...(isTogether ? [{ name: 'records', line: answer } as const] : [])];
}

async function moveRest(file: FormerFile, target: AsideFile, end: number): Promise<void> {
	const from = target.position();
	const { path, handle: source } = file;
	if (source === null || target.partial === null || from >= file.end) return;
	const rest = restOf(target.partial);
	await writing(rest, async () => {
		const { O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants;
		const handle = await fs.open(rest, O_RDWR | O_CREAT | O_NOFOLLOW);
		// from here on it is closed with the run
		file.moved = { path: rest, handle, from, by: end - from };
		const piece = Buffer.allocUnsafe(1 << 20);
		for (let offset = from; offset < file.end; ) {
			const length = Math.min(piece.length, file.end - offset);
			const { bytesRead } = await reading(path, () => source.read(piece, 0, length, offset));
			if (bytesRead === 0) throw changed(`${path} became shorter while it was read`);
			await writeAt(handle, piece.subarray(0, bytesRead), end + offset - from);
			offset += bytesRead;
		}
		await handle.truncate(end + file.end - from);
		await handle.sync();
	});
}

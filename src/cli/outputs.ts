import { resolve } from 'node:path';
import { type AsideFile, openAside } from '../archive/write-aside.ts';
import { couldNotRun, messageOf } from './failure.ts';
import type { Host } from './host.ts';
import { isClosedPipe, writeTo } from './stream-lines.ts';

type Line = (text: string) => Promise<void>;

/** Where the three streams of lines go; the files among them appear together, at the end, or not at all. */
export interface Outputs {
	readonly record: Line;
	/** `null` where nobody asked for them. */
	readonly reject: Line | null;
	readonly diagnostics: Line | null;
	/** Everything to the disk, then into place. */
	finish(): Promise<void>;
	/** Leaves no file behind. */
	abandon(): Promise<void>;
}

export interface OutputFiles {
	readonly out: string | null;
	readonly rejects: string | null;
	readonly diagnostics: string | null;
}

export async function openOutputs(files: OutputFiles, { cwd, stdout }: Pick<Host, 'cwd' | 'stdout'>): Promise<Outputs> {
	const opened: AsideFile[] = [];
	const abandon = async (): Promise<void> => {
		for (const file of opened) await file.discard();
	};
	const open = async (target: string | null): Promise<Line | null> => {
		if (target === null) return null;
		const file = await openAside(resolve(cwd, target));
		opened.push(file);
		return file.write;
	};
	try {
		const record = await open(files.out);
		return {
			record: record ?? ((text) => writeRecord(stdout, text)),
			reject: await open(files.rejects),
			diagnostics: await open(files.diagnostics),
			finish: async () => {
				for (const file of opened) await file.seal();
				for (const file of opened) await file.publish();
			},
			abandon,
		};
	} catch (error) {
		await abandon();
		throw error;
	}
}

async function writeRecord(stdout: Host['stdout'], text: string): Promise<void> {
	try {
		await writeTo(stdout, text);
	} catch (error) {
		if (isClosedPipe(error)) throw error;
		throw couldNotRun(`cannot write to stdout: ${messageOf(error)}; take --out FILE`, error);
	}
}

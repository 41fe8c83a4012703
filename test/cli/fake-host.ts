import { Readable, Writable } from 'node:stream';
import type { StopSignal } from '../../src/cli/host.ts';
import { run } from '../../src/cli/run.ts';
import { stubParser } from '../archive-sources/stub-parser.ts';

interface FakeTerminal {
	readonly isTTY?: boolean;
	readonly columns?: number;
	/** After so many writes the reader is gone. */
	readonly closesAfter?: number;
}

interface Setting {
	readonly cwd?: string;
	/** What comes in on stdin, in these chunks. */
	readonly stdin?: readonly (string | Uint8Array)[];
	readonly env?: Readonly<Record<string, string>>;
	readonly stdout?: FakeTerminal;
	readonly stderr?: FakeTerminal;
	/** Told of each page that the parser is given; a signal that it returns comes when the page is done. */
	readonly onPage?: (page: string) => StopSignal | undefined;
	readonly pageWorker?: URL;
}

function fakeScreen({ isTTY, columns, closesAfter = Number.POSITIVE_INFINITY }: FakeTerminal) {
	const written: string[] = [];
	const stream = new Writable({
		decodeStrings: false,
		write(chunk, _encoding, done) {
			if (written.length >= closesAfter) {
				done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
				return;
			}
			written.push(String(chunk));
			done();
		},
	});
	return { screen: Object.assign(stream, { isTTY, columns }), text: () => written.join('') };
}

/** Runs the command in this process, on the stub parser; time goes on by 200 ms whenever somebody asks. */
export async function runCommand(argv: readonly string[], setting: Setting = {}) {
	const stdout = fakeScreen(setting.stdout ?? {});
	const stderr = fakeScreen(setting.stderr ?? {});
	let time = 0;
	let stop: (signal: StopSignal) => void = () => {};
	const code = await run(argv, {
		stdout: stdout.screen,
		stderr: stderr.screen,
		stdin: () => Readable.from((setting.stdin ?? []).map((chunk) => Buffer.from(chunk as string))),
		cwd: setting.cwd ?? '/',
		env: setting.env ?? {},
		now: () => {
			time += 200;
			return time;
		},
		cores: 1,
		onStop: (told) => {
			stop = told;
			return () => {
				stop = () => {};
			};
		},
		exit: (stopCode) => {
			throw new Error(`exit ${stopCode}`);
		},
		loadParser: async () => (content, options) => {
			const signal = setting.onPage?.(options.path ?? '');
			const result = stubParser(content, options);
			if (signal !== undefined) stop(signal);
			return result;
		},
		...(setting.pageWorker === undefined ? {} : { pageWorker: setting.pageWorker }),
	});
	return { code, out: stdout.text(), err: stderr.text() };
}

/** The objects of an NDJSON text, whose lines must all be ended. */
export function readLines(text: string): Record<string, unknown>[] {
	const lines = text.split('\n');
	if (lines.pop() !== '') throw new Error('the last line has no end');
	return lines.map((line) => JSON.parse(line));
}

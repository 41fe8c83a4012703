import type { Writable } from 'node:stream';
import type { ParsePage } from '../archive/archive-result.ts';

/** A stream that may be a terminal, `columns` wide. */
export type Screen = Writable & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

export type StopSignal = 'SIGINT' | 'SIGTERM';

/** All that the command sees of the world but files; tests pass their own. */
export interface Host {
	readonly stdout: Screen;
	readonly stderr: Screen;
	/** Opened when it is asked for. */
	readonly stdin: () => AsyncIterable<Uint8Array>;
	/** Folder to which named files are relative. */
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Milliseconds, for rates and durations only. */
	readonly now: () => number;
	/** Processors that this process may use. */
	readonly cores: number;
	/** Tells of each signal to stop, which then does not end the process by itself, until what is returned is called. */
	readonly onStop: (told: (signal: StopSignal) => void) => () => void;
	/** Ends the process at once. */
	readonly exit: (code: number) => void;
	/** The library's `parseAdvisory`, loaded when a page is to be read. */
	readonly loadParser: () => Promise<ParsePage>;
	/** The module that threads run, if not the package's own. */
	readonly pageWorker?: URL;
}

/** A command: what it is for, and what it does with the arguments after its name; resolves to the exit code. */
export interface Command {
	readonly help: string;
	readonly run: (argv: readonly string[], host: Host) => Promise<number>;
}

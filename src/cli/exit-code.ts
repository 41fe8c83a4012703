/** Meaning of the exit codes; `--help` and the documentation list them. */
export const EXIT = {
	done: 0,
	/** A file is missing or cannot be written, a pack is wrong. */
	couldNotRun: 1,
	wrongUsage: 2,
	/** With `--strict` only: a page that should be an advisory was rejected. */
	rejected: 3,
	/** Stopped by a signal, as shells count it. */
	stopped: { SIGINT: 130, SIGTERM: 143 },
	/** Of `diff`, as of the tool of that name: the records differ; files that cannot be compared. */
	differ: 1,
	couldNotCompare: 2,
} as const;

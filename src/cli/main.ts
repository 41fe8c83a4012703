#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { StopSignal } from './host.ts';
import { run } from './run.ts';

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

// the way of a page is wide, not deep: most of what V8 puts into its callers for good is compiled for nothing, in each
// thread anew. See bench/README.md for what this saves.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');

const code = await run(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	stdin: () => process.stdin,
	cwd: process.cwd(),
	env: process.env,
	now: () => performance.now(),
	cores: availableParallelism(),
	onStop: (told) => {
		for (const signal of SIGNALS) process.on(signal, told);
		return () => {
			for (const signal of SIGNALS) process.off(signal, told);
		};
	},
	exit: (stopCode) => process.exit(stopCode),
	loadParser: async () => (await import('../parse-advisory.ts')).parseAdvisory,
});
// a run that was stopped may have left something that is still waited for, such as stdin
if (code >= 128) process.exit(code);
process.exitCode = code;

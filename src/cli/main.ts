#!/usr/bin/env node
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	stdin: () => process.stdin,
	cwd: process.cwd(),
	env: process.env,
	now: () => performance.now(),
	loadParser: async () => (await import('../parse-advisory.ts')).parseAdvisory,
});

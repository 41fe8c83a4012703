import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TRUTH = fileURLToPath(new URL('../../../shared/ground-truth/', import.meta.url));

export const truthFile = (name) => join(TRUTH, name);

/** The scorer's file; `null` where the ground truth is not there. */
export function scorer() {
	const file = truthFile('score/score.mjs');
	return existsSync(file) ? file : null;
}

/**
 * Runs the scorer of the ground truth over a file of records.
 * @returns its table, and its disagreements as objects; `null` where the ground truth is not there
 */
export function score(records, details, years) {
	const program = scorer();
	if (program === null) return null;
	const files = ['truth=bulletins', 'ratings=ratings', 'advisories=advisories'].flatMap((pair) => {
		const [flag, name] = pair.split('=');
		return [`--${flag}`, truthFile(`${name}.jsonl`)];
	});
	const flags = [...files, '--details', details, '--limit', '0', ...(years === null ? [] : ['--years', years])];
	const output = execFileSync(process.execPath, [program, ...flags, records], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});
	return {
		table: output.slice(0, output.indexOf('\n\n') + 1 || undefined).trimEnd(),
		disagreements: readFileSync(details, 'utf8')
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line)),
	};
}

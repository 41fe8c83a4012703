import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAdvisory } from '../../src/index-portable.ts';
import { decode } from '../../src/text/decode.ts';
import { ROOT } from '../house/source-files.ts';

const CORPUS = join(ROOT, 'corpus');
const LINE_END = /\r\n|\r|\n/;
const ENDS = ['\n', '\r\n', '\r'] as const;

const pages = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /\/[^/]+\.(?:md|html)$/.test(path))
	.sort();

function linesOf(path: string): string[] {
	const decoded = decode(readFileSync(join(CORPUS, path)));
	if ('reject' in decoded) throw new Error(decoded.reject);
	return decoded.text.value.split(LINE_END);
}

/** The record and the diagnostics of a text; its size is not part of the law. */
function read(text: string, path: string) {
	const { advisory, diagnostics } = parseAdvisory(text, { path });
	return { advisory: advisory && { ...advisory, source: { ...advisory.source, bytes: 0 } }, diagnostics };
}

/** Joins lines, each by its own end; LF after an empty line that follows CR would make one end of two. */
function joinLines(lines: readonly string[], endOf: (index: number) => string): string {
	let text = '';
	for (const [index, line] of lines.entries()) {
		if (index === lines.length - 1) return text + line;
		const end = endOf(index);
		text += line + (end === '\n' && (text + line).endsWith('\r') ? '\r\n' : end);
	}
	return text;
}

describe.each(pages)('%s', (path) => {
	const lines = linesOf(path);
	const expected = read(lines.join('\n'), path);

	test.each(['\r\n', '\r'])('gives the same record with %j', (end) => {
		expect(read(lines.join(end), path)).toEqual(expected);
	});

	test('gives the same record with line ends of all kinds', () => {
		const mixtures = fc.array(fc.constantFrom(...ENDS), { minLength: 1, maxLength: 50 });
		fc.assert(
			fc.property(mixtures, (ends) => {
				expect(
					read(
						joinLines(lines, (index) => ends[index % ends.length] ?? '\n'),
						path,
					),
				).toEqual(expected);
			}),
			{ numRuns: 8, seed: 1 },
		);
	});
});

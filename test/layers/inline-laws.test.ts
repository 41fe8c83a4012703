import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlinesOf } from '../../src/mentions/find-mentions.ts';
import type { Run } from '../../src/page/block.ts';
import { engine as satteri } from '../../src/page/engine-satteri.ts';
import { engine as unified } from '../../src/page/engine-unified.ts';
import { readInline } from '../../src/page/inline.ts';
import { readPage } from '../../src/page/read-page.ts';
import { decode } from '../../src/text/decode.ts';
import { corpusDocuments, readCorpus } from '../corpus/pages.ts';

/** Why a run breaks the law of places; `null` where it keeps it. */
function fault(run: Run, source: string): string | null {
	const printed = source.slice(run.start, run.end);
	if (run.text === printed) return null;
	if (run.text === '\n' && (run.kind === 'break' || run.kind === 'soft')) return null;
	if (run.kind === 'text' && printed.length > 1 && /^[\\&]/.test(printed) && [...run.text].length === 1) return null;
	return `${JSON.stringify(run.text)} at ${JSON.stringify(printed)}`;
}

const faults = (runs: readonly Run[], source: string): string[] => runs.flatMap((run) => fault(run, source) ?? []);

const isOrdered = (runs: readonly Run[]): boolean =>
	runs.every((run, index) => run.start <= run.end && run.start >= (runs[index - 1]?.end ?? 0));

const PIECES = (
	'a|B c|é|測|𝒳| |  |\u00A0|\n|\r\n|\r|*|**|***|*****|_|`|``|\\|\\*|\\$|[|](http://a.example/)|](b c)|![|&amp;|&amp;lt;|' +
	'&nbsp;|&#8211;|<b>|</b>|<sup>|</sup>|<br>|<a href="x">|</a>|<p>|<no tag>|<|>|> |:|：|.|1|(|)'
).split('|');

describe('every letter of a run stands in the source, or is one letter that was decoded', () => {
	test.each([{ markdown: true }, { markdown: true, cell: true }, { markdown: true, quote: 2 }, { markdown: false }])(
		'in pieces of markup, read with %j',
		(syntax) => {
			fc.assert(
				fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), fc.nat(6), (pieces, skip) => {
					const source = pieces.join('');
					const place = { start: Math.min(skip, source.length), end: source.length };
					const runs = readInline(source, place, syntax);
					expect(faults(runs, source)).toEqual([]);
					expect(isOrdered(runs)).toBe(true);
					expect(runs.every((run) => run.start >= place.start && run.end <= place.end)).toBe(true);
				}),
				{ numRuns: 3000, seed: 7 },
			);
		},
	);

	test.each(corpusDocuments().flatMap(({ pages }) => pages.map(({ path }) => path)))('on %s', (path) => {
		const decoded = decode(readCorpus(path));
		if ('reject' in decoded) throw new Error(decoded.reject);
		for (const engine of [unified, satteri]) {
			const runs = (readPage(decoded.text, engine).page?.blocks ?? []).flatMap((block) => inlinesOf(block).flat());
			expect(runs.length).toBeGreaterThan(20);
			expect(faults(runs, decoded.text.value)).toEqual([]);
		}
	});
});

test('a slice is read as if nothing stood after it', () => {
	const source = '**one** [two](http://a.example) `three` &amp; <b>four</b>';
	for (let end = 0; end <= source.length; end++) {
		const cut = readInline(source, { start: 0, end }, { markdown: true });
		expect(cut).toEqual(readInline(source.slice(0, end), { start: 0, end }, { markdown: true }));
	}
});

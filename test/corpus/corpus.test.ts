import { describe, expect, test } from 'vitest';
import { type Advisory, advisorySchema } from '../../src/advisory/schema.ts';
import { parseAdvisory } from '../../src/index-portable.ts';
import { differences } from './differences.ts';
import { factsFor, factsOf } from './facts.ts';
import { corpusDocuments, readCorpus, readCorpusJson } from './pages.ts';

const documents = corpusDocuments();

function recordOf(path: string): Advisory {
	const { advisory, diagnostics } = parseAdvisory(readCorpus(path), { path });
	if (advisory === null) throw new Error(`rejected: ${diagnostics.map(({ rule }) => rule).join()}`);
	return advisory;
}

test('the corpus has enough documents and languages', () => {
	// of advisories: a language of bulletins alone needs no four pages
	const advisories = documents.filter(({ id }) => /^\d/.test(id));
	const tags = advisories.flatMap(({ pages }) => pages.map(({ tag }) => tag));
	const rare = [...new Set(tags)].filter((tag) => tags.filter((other) => other === tag).length < 4);
	const single = documents.filter(({ pages }) => new Set(pages.map(({ tag }) => tag)).size < 2).map(({ id }) => id);
	expect(documents.length).toBeGreaterThanOrEqual(8);
	expect({ single, rare }).toEqual({ single: [], rare: [] });
});

describe.each(documents)('$id', ({ id, pages, strays }) => {
	test('has nothing but pages, their records and facts.json', () => expect(strays).toEqual([]));

	describe.each(pages)('$tag', ({ path, tag }) => {
		test('gives the record that was written by hand', () => {
			const expected = readCorpusJson(`${id}/${tag}.json`);
			// a key that `corpus:add` puts in until somebody has read the record
			expect(expected).not.toHaveProperty('unread');
			const { generator: _, ...record } = recordOf(path);
			expect(differences(expected, record).join('\n')).toBe('');
			// the order of keys, too
			expect(JSON.stringify(record)).toBe(JSON.stringify(expected));
		});

		test('gives a valid record', () => {
			expect(advisorySchema.safeParse(recordOf(path)).error?.issues ?? []).toEqual([]);
		});

		test('tells the facts of its document', () => {
			const facts = factsFor(tag, readCorpusJson(`${id}/facts.json`));
			const told = factsOf(recordOf(path), facts.advisoriesNamed);
			expect(differences(facts, told).join('\n')).toBe('');
		});
	});
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Advisory, parseAdvisory } from '../../src/index-portable.ts';
import { ARCHIVE } from './archive-pages.ts';

/** What two documents say in every language, read from the pages; dates are those that the language prints. */
const ADVISORY_954474 = {
	kb: ['954474 page'],
	cves: [],
	software: ['System Center Configuration Manager 2007', 'System Center Configuration Manager 2007 Service Pack 1'],
	questions: 5,
};
const ADVISORY_954960 = {
	kb: ['954960 page'],
	cves: [],
	software: ['Windows Server Update Services 3.0', 'Windows Server Update Services 3.0 Service Pack 1'],
	questions: 8,
};
const STEPS_954960 = ['2008-06-30', '2008-07-09', '2008-07-10', '2008-07-16', '2008-08-01'];

const PAGES = [
	['zh-tw', '954474', ADVISORY_954474, '2008-06-14', ['2008-06-14', '2008-06-20']],
	['cs-cz', '954474', ADVISORY_954474, '2008-06-13', ['2008-06-13', '2008-06-17']],
	['da-dk', '954474', ADVISORY_954474, '2008-06-13', ['2008-06-13', '2008-06-17']],
	['pt-br', '954474', ADVISORY_954474, '2008-06-13', ['2008-06-13', '2008-06-17']],
	['de-de', '954474', ADVISORY_954474, '2008-06-13', ['2008-06-13', '2008-06-17']],
	['zh-tw', '954960', ADVISORY_954960, '2008-06-30', [...STEPS_954960, '2008-08-13']],
	['cs-cz', '954960', ADVISORY_954960, '2008-06-30', [...STEPS_954960, '2008-08-12']],
	['da-dk', '954960', ADVISORY_954960, '2008-06-30', [...STEPS_954960, '2008-08-12']],
	// this page prints the day of its update in both places
	['pt-br', '954960', ADVISORY_954960, '2008-08-12', [...STEPS_954960, '2008-08-12']],
	['de-de', '954960', ADVISORY_954960, '2008-06-30', [...STEPS_954960, '2008-08-12']],
] as const;

const factsOf = ({ kb, cves, affectedSoftware, faq }: Advisory) => ({
	kb: kb.map(({ id, roles }) => `${id} ${roles.join(' ')}`),
	cves: cves.map(({ id }) => id),
	software: affectedSoftware.flatMap(({ canonicalProducts }) => canonicalProducts),
	questions: faq.length,
});

describe.runIf(ARCHIVE !== null)('documents of the first pages, in every language that has a pack', () => {
	test.each(PAGES)('%s %s', (locale, id, facts, published, revisions) => {
		const path = `${locale}/SecurityAdvisories/2008/${id}.md`;
		const { advisory } = parseAdvisory(readFileSync(join(ARCHIVE ?? '', path)), { path });
		if (advisory === null) throw new Error(`${path} was rejected`);
		expect(factsOf(advisory)).toEqual(facts);
		expect(advisory.id).toBe(id);
		expect(advisory.published).toBe(published);
		expect(advisory.revisions.map(({ date }) => date)).toEqual(revisions);
		expect(advisory.updated).toBe(revisions.at(-1));
	});
});

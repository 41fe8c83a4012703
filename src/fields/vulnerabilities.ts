import type { FaqEntry, Vulnerability } from '../advisory/schema.ts';
import { blocksText } from '../outline/section-text.ts';
import type { Disclosure } from '../tables/vulnerability-table.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { cveTitles } from './cve-titles.ts';
import { readDisclosure } from './disclosure.ts';
import { readQuestions } from './questions.ts';
import { type IndexedVulnerability, indexVulnerabilities } from './vulnerability-index.ts';

/** What the page says of each vulnerability. */
export const vulnerabilitiesReader: FieldReader = {
	name: 'vulnerabilities',
	read: (context) => [
		candidate(
			'vulnerabilities',
			indexVulnerabilities(context).map((found, index, { length }) => makeRecord(found, index, length, context)),
		),
	],
};

function makeRecord(
	{ cve, mention, section }: IndexedVulnerability,
	index: number,
	count: number,
	context: Context,
): Vulnerability {
	const { readers } = context.language;
	const assessment = context.tables.assessments.find((candidate) => candidate.cve === cve);
	const listed = context.tables.disclosures.filter((candidate) => candidate.cve === cve);
	const place = mention ?? section.place;
	const named = cve === null ? null : cveTitles(context).get(cve);
	// on a page about one vulnerability all questions are about it
	const own = (entry: FaqEntry) => entry.vulnerability === index || (count === 1 && entry.vulnerability === null);
	const questions = readQuestions(context).filter(own);
	const record: Vulnerability = {
		cve,
		title: named?.title ?? firstOf(listed, 'title') ?? assessment?.title ?? (cve === null ? section.title : null),
		description: section === null ? null : blocksText(section.blocks) || null,
		publiclyDisclosed: firstOf(listed, 'publiclyDisclosed') ?? readDisclosure('disclosed', questions, readers),
		exploited: firstOf(listed, 'exploited') ?? readDisclosure('exploited', questions, readers),
		exploitability: assessment?.exploitability ?? null,
		keyNotes: assessment?.keyNotes ?? null,
		bulletin: null,
		line: context.lines.line(place.start),
	};
	if (cve === null) context.trace.note(record, 'title', section.place, 'vulnerabilities', section.source);
	else context.trace.note(record, 'cve', place, 'vulnerabilities');
	return record;
}

/** A page may split its table of vulnerabilities into one for each column. */
function firstOf<Key extends keyof Disclosure>(listed: readonly Disclosure[], key: Key): Disclosure[Key] | null {
	return listed.find((entry) => entry[key] !== null)?.[key] ?? null;
}

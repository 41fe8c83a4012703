import type { FaqEntry, Vulnerability } from '../advisory/schema.ts';
import { blocksText } from '../outline/section-text.ts';
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
	const assessment = context.tables.assessments.find((candidate) => candidate.cve === cve);
	const place = mention ?? section.place;
	const named = cve === null ? null : cveTitles(context).get(cve);
	// on a page about one vulnerability all questions are about it
	const own = (entry: FaqEntry) => entry.vulnerability === index || (count === 1 && entry.vulnerability === null);
	const questions = readQuestions(context).filter(own);
	const record: Vulnerability = {
		cve,
		title: named?.title ?? assessment?.title ?? (cve === null ? section.title : null),
		description: section === null ? null : blocksText(section.blocks) || null,
		publiclyDisclosed: readDisclosure('disclosed', questions, context.language.readers),
		exploited: readDisclosure('exploited', questions, context.language.readers),
		exploitability: assessment?.exploitability ?? null,
		keyNotes: assessment?.keyNotes ?? null,
		bulletin: null,
		line: context.lines.line(place.start),
	};
	if (cve === null) context.trace.note(record, 'title', section.place, 'vulnerabilities', section.source);
	else context.trace.note(record, 'cve', place, 'vulnerabilities');
	return record;
}

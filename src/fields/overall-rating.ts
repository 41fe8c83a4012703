import { type Impact, SEVERITIES } from '../advisory/words.ts';
import { readImpacts } from '../language/printed-impacts.ts';
import { readRating } from '../tables/rating-cell.ts';
import { type Candidate, candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { type KeyRole, type KeyValue, readKeyValues } from './key-values.ts';
import { readTitleSeverity } from './title-severity.ts';

/** The page's own rating: a line or table that prints it, else the highest of the rows, else the title. */
export const overallRatingReader: FieldReader = {
	name: 'overall-rating',
	read: (context) => [
		...printedSeverities(context),
		...severityOfRows(context),
		...severityOfTitle(context),
		...printedImpacts(context),
		candidate('impacts', impactsOfRows(context), null, null, 'rows'),
	],
};

const valuesOf = (context: Context, role: KeyRole): KeyValue[] =>
	readKeyValues(context).filter((found) => found.role === role || found.role === 'severity-and-impact');

function printedSeverities(context: Context): Candidate[] {
	return valuesOf(context, 'severity').flatMap(({ role, text, place, source }) => {
		const severity = readRating(text, context.language.readers)?.severity ?? null;
		if (severity !== null) return [candidate('severity', severity, place, source, 'key-value')];
		if (role === 'severity') context.diagnostics.add('rating-unreadable', place, { actual: text.slice(0, 120) });
		return [];
	});
}

function severityOfRows({ tables }: Context): Candidate[] {
	const rated = tables.affected.flatMap((row) => row.severity ?? []);
	const highest = SEVERITIES.find((severity) => rated.includes(severity));
	return highest === undefined ? [] : [candidate('severity', highest, null, null, 'rows')];
}

function severityOfTitle(context: Context): Candidate[] {
	const title = readTitleSeverity(context);
	if (title === null) return [];
	const place = context.envelope.title?.place ?? null;
	if (title.severity !== null) return [candidate('severity', title.severity, place, title.source, 'title')];
	context.diagnostics.add('title-severity-unreadable', place, { actual: title.printed });
	return [];
}

/** Words that no pack knows are an impact all the same: the page prints one. */
function printedImpacts(context: Context): Candidate[] {
	const { readers } = context.language;
	return valuesOf(context, 'impact').flatMap(({ role, text, place, source }) => {
		const impacts: Impact[] | null = readImpacts(text, readers) ?? [...(readRating(text, readers)?.impacts ?? [])];
		if (impacts.length > 0) return [candidate('impacts', impacts, place, source, 'key-value')];
		if (role !== 'impact') return [];
		context.diagnostics.add('impact-unreadable', place, { actual: text.slice(0, 120) });
		return [candidate('impacts', ['other'], place, source, 'key-value')];
	});
}

const impactsOfRows = ({ tables }: Context): Impact[] => [...new Set(tables.affected.flatMap((row) => row.impacts))];

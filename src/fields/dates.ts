import type { LineValue } from '../envelope/dateline.ts';
import { type Candidate, candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { readRevisions } from './revisions.ts';

/** Dates and version: the first dateline goes before later ones, the version line before the revisions. */
export const datesReader: FieldReader = {
	name: 'dates',
	read(context) {
		const { lines } = context.envelope;
		for (const line of lines) {
			if (line.value === null && line.label !== 'version' && line.printed !== '') {
				context.diagnostics.add('date-unreadable', line.place, { actual: line.printed });
			}
		}
		return [
			...lineCandidates('published', lines),
			...lineCandidates('updated', lines),
			...lineCandidates('version', lines),
			...versionOfRevisions(context),
		];
	},
};

const lineCandidates = (field: 'published' | 'updated' | 'version', lines: readonly LineValue[]): Candidate[] =>
	lines
		.filter((line) => line.label === field)
		.map((line, index) =>
			candidate(field, line.value, line.place, line.source, index === 0 ? 'dateline' : 'later line'),
		);

/** The version of the latest dated revision; of several on one day, the last printed. */
function versionOfRevisions(context: Context): Candidate[] {
	let latest: { date: string; version: string | null } | null = null;
	for (const { date, version } of readRevisions(context)) {
		if (date !== null && (latest === null || date >= latest.date)) latest = { date, version };
	}
	return latest?.version ? [candidate('version', latest.version, null, null, 'latest revision')] : [];
}

import { type Impact, SEVERITIES } from '../advisory/words.ts';
import { type Candidate, candidate, type FieldReader } from './candidate.ts';

/** The page's own rating: the highest of the rows, and all their impacts. */
export const overallRatingReader: FieldReader = {
	name: 'overall-rating',
	read({ tables }) {
		const rows = tables.affected;
		const rated = rows.flatMap((row) => row.severity ?? []);
		const severity = SEVERITIES.find((candidate) => rated.includes(candidate)) ?? null;
		const impacts: Impact[] = [...new Set(rows.flatMap((row) => row.impacts))];
		const found: Candidate[] = [candidate('impacts', impacts, null, null, 'rows')];
		return severity === null ? found : [candidate('severity', severity, null, null, 'rows'), ...found];
	},
};

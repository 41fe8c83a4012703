import { weekdayOf } from '../language/dates.ts';
import type { Check } from './check.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A printed weekday should be the date's. */
export const checkWeekdays: Check = ({ envelope, diagnostics }) => {
	for (const { weekday, value, place, label } of envelope.lines) {
		if (weekday === null || value === null || label === 'version' || weekdayOf(value) === weekday) continue;
		diagnostics.add('weekday-differs', place, {
			actual: `${value}, ${NAMES[weekday - 1]}`,
			expected: NAMES[weekdayOf(value) - 1] ?? null,
		});
	}
};

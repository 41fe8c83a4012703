import type { Check } from './check.ts';
import { placeOfRevision } from './revision-places.ts';

/** No revision should be older than the page; the local calendar makes a day's difference. */
export const checkPublicationAndRevisions: Check = (context, { advisory }) => {
	const { published, revisions } = advisory;
	if (published === null) return;
	for (const revision of revisions) {
		if (revision.date === null || daysBetween(revision.date, published) <= 1) continue;
		context.diagnostics.add('revision-before-publication', placeOfRevision(revision, context), {
			actual: revision.date,
			expected: published,
		});
	}
};

const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000;

import type { Check } from './check.ts';
import { placeOfRevision } from './revision-places.ts';

/** The entries of a revision history should stand in the order of their dates, either way. */
export const checkRevisionOrder: Check = (context, { advisory }) => {
	const dated = advisory.revisions.filter((revision) => revision.date !== null);
	const steps = dated.slice(1).map((revision, index) => Math.sign(compare(revision.date, dated[index]?.date)));
	const falls = steps.filter((step) => step < 0).length;
	if (falls === 0 || !steps.includes(1)) return;
	const wrong = falls <= steps.filter((step) => step > 0).length ? -1 : 1;
	for (const [index, step] of steps.entries()) {
		const revision = dated[index + 1];
		if (step !== wrong || revision === undefined) continue;
		context.diagnostics.add('revision-order', placeOfRevision(revision, context), {
			actual: revision.date,
			expected: dated[index]?.date ?? null,
		});
	}
};

const compare = (one: string | null | undefined, other: string | null | undefined): number =>
	(one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0;

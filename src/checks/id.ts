import type { Check } from './check.ts';

/** Title, front matter, address and file name of a page should name one document. */
export const checkId: Check = ({ identity, diagnostics }) => {
	const others = new Map<string, string[]>();
	for (const { id, from } of identity.witnesses) {
		if (id === identity.id) continue;
		others.set(id, [...(others.get(id) ?? []), from]);
	}
	for (const [id, from] of others) {
		const place = identity.witnesses.find((witness) => witness.id === id && witness.place !== null)?.place ?? null;
		diagnostics.add('id-conflict', place, { actual: `${id} (${from.join(', ')})`, expected: identity.id });
	}
};

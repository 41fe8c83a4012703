import type { Advisory } from '../advisory/schema.ts';
import type { Place } from '../text/place.ts';
import type { Context } from './context.ts';

/** A value that the page prints for a field. The first one of a field is taken; checks see the others too. */
export interface Candidate<Field extends keyof Advisory = keyof Advisory> {
	readonly field: Field;
	readonly value: Advisory[Field];
	/** `null` for lists, whose items have places of their own, and for what is made of several places. */
	readonly place: Place | null;
	/** Pack entry by which it was found. */
	readonly source: string | null;
	/** What the candidate is, where there can be several: `dateline`, `second dateline`, `last revision`. */
	readonly origin: string;
}

/** Reads one group of fields. Candidates come in the order of the contract's precedence. */
export interface FieldReader {
	readonly name: string;
	readonly read: (context: Context) => Candidate[];
}

export function candidate<Field extends keyof Advisory>(
	field: Field,
	value: Advisory[Field],
	place: Place | null = null,
	source: string | null = null,
	origin = 'page',
): Candidate {
	return { field, value, place, source, origin } as Candidate;
}

import type { ParseOptions, ParseResult } from './options.ts';
import { readAdvisory } from './parse-advisory.ts';
import type { Place } from './text/place.ts';

/** A value that was offered for a field of the record. */
export interface Offer {
	readonly value: unknown;
	/** `null` for lists, whose items have places of their own, and for what is made of several places. */
	readonly place: Place | null;
	/** Name of the reader. */
	readonly rule: string;
	/** Entry of the locale pack. */
	readonly pack: string | null;
	/** What the place is: `dateline`, `later line`. */
	readonly origin: string;
	/** Whether it is the one in the record. */
	readonly taken: boolean;
}

export interface Explained {
	/** With its trace. */
	readonly result: ParseResult;
	/** By field of the record, in the order of precedence; empty on a page that is rejected. */
	readonly offers: ReadonlyMap<string, readonly Offer[]>;
}

/**
 * Reads a page as `parseAdvisory` does, and keeps where values come from and what was not taken.
 * @throws {TypeError} on options that are wrong
 */
export function explainAdvisory(source: string | Uint8Array, options: ParseOptions = {}): Explained {
	const { result, found } = readAdvisory(source, { ...options, trace: true });
	const offers = new Map<string, readonly Offer[]>();
	for (const [field, candidates] of found?.settled.candidates ?? []) {
		const value = found?.settled.advisory[field];
		const taken = candidates.findIndex((candidate) => Object.is(candidate.value, value));
		offers.set(
			field,
			candidates.map(({ value, place, source: pack, origin, reader: rule }, index) => ({
				value,
				place,
				rule,
				pack,
				origin,
				taken: index === taken,
			})),
		);
	}
	return { result, offers };
}

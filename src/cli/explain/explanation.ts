import type { Explained, Offer } from '../../explain-advisory.ts';
import type { TraceEntry } from '../../options.ts';
import type { Position } from '../../text/text.ts';
import type { PageFile } from '../page-file.ts';
import type { Span } from '../screen/excerpt.ts';
import type { Field } from './field-path.ts';

/** A stretch of the source, with the letters that stand there. */
interface Source extends Span {
	/** UTF-16 offsets into the decoded text. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Where a value was read, and by what. */
export interface Origin {
	readonly pointer: string;
	readonly rule: string;
	readonly pack: string | null;
	readonly source: Source;
}

export interface OfferShown extends Omit<Offer, 'place' | 'taken'> {
	readonly source: Source | null;
}

/** The way from the source to a value, as plain data: what `--json` prints. */
export interface Explanation {
	readonly path: string;
	readonly field: string;
	readonly value: unknown;
	/** Whose places `origins` are: the value's own, those of its parts, or those of the item around it. */
	readonly scope: 'value' | 'parts' | 'item' | 'none';
	readonly origins: readonly Origin[];
	/** What was taken for the field of the record; `null` where no reader offered anything. */
	readonly taken: OfferShown | null;
	readonly rejected: readonly OfferShown[];
}

export function explain({ pointer, top, value }: Field, { result, offers }: Explained, page: PageFile): Explanation {
	const trace = Object.entries(result.trace ?? {});
	const own = trace.filter(([at]) => at === pointer);
	const parts = trace.filter(([at]) => at.startsWith(`${pointer}/`));
	const around = own.length + parts.length === 0 ? entriesAround(trace, pointer) : [];
	const scope = own.length > 0 ? 'value' : parts.length > 0 ? 'parts' : around.length > 0 ? 'item' : 'none';
	const shown = (offers.get(top) ?? []).map((offer) => ({ offer, shown: showOffer(offer, page) }));
	return {
		path: page.path,
		field: pointer,
		value,
		scope,
		origins: [...own, ...parts, ...around].map(([at, entry]) => originOf(at, entry, page)),
		taken: shown.find(({ offer }) => offer.taken)?.shown ?? null,
		rejected: shown.filter(({ offer }) => !offer.taken).map((other) => other.shown),
	};
}

/** The places of the nearest item around a value that has none of its own, without those of items in it. */
function entriesAround(trace: readonly (readonly [string, TraceEntry])[], pointer: string) {
	for (let outer = parentOf(pointer); outer !== ''; outer = parentOf(outer)) {
		const found = trace.filter(([at]) => at === outer || parentOf(at) === outer);
		if (found.length > 0) return found;
	}
	return [];
}

const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

const originOf = (pointer: string, { start, end, rule, pack }: TraceEntry, page: PageFile): Origin => ({
	pointer,
	rule,
	pack: pack ?? null,
	source: sourceOf(start, end, page),
});

function showOffer({ value, place, rule, pack, origin }: Offer, page: PageFile): OfferShown {
	return { value, rule, pack, origin, source: place === null ? null : sourceOf(place.start, place.end, page) };
}

function sourceOf(start: number, end: number, { text, lines }: PageFile): Source {
	const from: Position = lines.position(start);
	const to: Position = lines.position(Math.max(start, end));
	const place = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
	return { ...place, start, end, text: text.slice(start, end) };
}

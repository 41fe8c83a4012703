import { findDate } from '../language/dates.ts';
import { mapWordForm } from '../language/normal-form.ts';
import type { Language } from '../language/prepare.ts';

/** What begins an entry of the revision history. Offsets are those of the text that was read. */
export interface RevisionHead {
	readonly version: string | null;
	readonly versionAt: readonly [number, number] | null;
	/** ISO; `null` where no date, or none of the calendar, is printed. */
	readonly date: string | null;
	readonly dateAt: readonly [number, number] | null;
	/** The words that stand before the version or date. */
	readonly before: string;
	/** Where the text begins. */
	readonly end: number;
	readonly source: string | null;
}

/** Bullets and dashes that stand for a list marker. */
const LEAD = /^[\s\u00A0\u2013\u2014\u2022*-]*[([\uFF08]?\s*/;
const NUMBER = '(\\d{1,2})(?:\\s?[.,]\\s?(\\d{1,2})|\\s(\\d{1,2})(?=\\s?[(\\uFF08]))?(?![\\d])';
/** What may stand between a version and its date: brackets, signs, a weekday, a number that belongs to nothing. */
const BETWEEN = /^[\s\p{P}\p{S}]*(?:\d{1,2}[,.]\s*)?(?:\p{L}[\p{L}\p{M}-]{0,15}[,.]?\s*)?$/u;
const AFTER_DATE =
	/^\s*(?:\p{L}{1,2}\.?(?=[\s)\uFF09\]:]))?[\s)\uFF09\]]*(?:\p{L}{1,3}\u00A0?[)\uFF09])?[\s:\uFF1A;\uFF1B,\uFF0C.\u3002)\uFF09-]*/u;
const AFTER_VERSION = /^[\s:\uFF1A;,.\u3002)\uFF09-]*/;
/** How far into a line an entry may begin after words of its own: `Boletim atualizado V1.1 (…)`. */
const REACH = 40;

/** Reads the head of a revision: `[text] {version} ( {date} )`, either of the two alone too. */
export function readRevisionHead(text: string, readers: readonly Language[]): RevisionHead | null {
	const start = LEAD.exec(text)?.[0].length ?? 0;
	const version = readVersion(text, start, readers);
	const from = version?.end ?? start;
	const window = text.slice(from, from + 90);
	const date = findDate(
		window,
		readers.map((reader) => reader.dates),
		'revision',
	);
	const near = date !== null && (version === null ? date.start === 0 : BETWEEN.test(window.slice(0, date.start)));
	if (version === null && !near) return readLateHead(text, start, readers);
	if (!near || date === null) {
		if (version === null || !/^[\s.]*[:\uFF1A(\uFF08]/.test(text.slice(version.end))) return null;
		const end = version.end + (AFTER_VERSION.exec(text.slice(version.end))?.[0].length ?? 0);
		return {
			version: version.value,
			versionAt: [version.start, version.end],
			date: null,
			dateAt: null,
			before: '',
			end,
			source: version.source,
		};
	}
	const dateEnd = from + date.end;
	return {
		version: version?.value ?? null,
		versionAt: version === null ? null : [version.start, version.end],
		date: date.date,
		dateAt: [from + date.start, dateEnd],
		before: '',
		end: dateEnd + (AFTER_DATE.exec(text.slice(dateEnd))?.[0].length ?? 0),
		source: date.source,
	};
}

/** Words, then a version with a date in brackets behind it. */
function readLateHead(text: string, start: number, readers: readonly Language[]): RevisionHead | null {
	for (let at = start + 1; at < Math.min(text.length, start + REACH); at++) {
		if (/[\p{L}\d]/u.test(text[at - 1] as string) && !/[\u3040-\u9FFF\uAC00-\uD7A3]/.test(text[at - 1] as string))
			continue;
		const version = readVersion(text, at, readers);
		if (version === null || !/^\s?[(\uFF08]/.test(text.slice(version.end))) continue;
		const head = readRevisionHead(text.slice(at), readers);
		if (head === null || head.dateAt === null) return null;
		const shift = (range: readonly [number, number] | null): readonly [number, number] | null =>
			range === null ? null : [range[0] + at, range[1] + at];
		return {
			...head,
			versionAt: shift(head.versionAt),
			dateAt: shift(head.dateAt),
			before: text.slice(start, at).trim(),
			end: head.end + at,
		};
	}
	return null;
}

interface Version {
	readonly value: string;
	readonly start: number;
	readonly end: number;
	readonly source: string | null;
}

function readVersion(text: string, at: number, readers: readonly Language[]): Version | null {
	const mapped = mapWordForm(text.slice(at, at + 60));
	for (const reader of readers) {
		for (const { before, after, source } of reader.versions) {
			const version = matchVersion(mapped.text, before, after);
			if (version === null) continue;
			const end = at + (mapped.offsets[version.end] ?? text.length - at);
			return { value: version.value, start: at, end, source };
		}
	}
	return null;
}

function matchVersion(text: string, before: string, after: string): { value: string; end: number } | null {
	if (!text.startsWith(before)) return null;
	const rest = text.slice(before.length);
	const match = new RegExp(`^\\s?\\.?\\s?${NUMBER}`).exec(rest);
	if (match === null) return null;
	const minor = match[2] ?? match[3];
	let end = before.length + match[0].length;
	if (after !== '') {
		const gap = /^[\s-]*/.exec(text.slice(end))?.[0].length ?? 0;
		if (!text.startsWith(after, end + gap)) return null;
		end += gap + after.length;
	}
	// a bare number is a version only with a point in it and a bracket or word behind it
	if (before === '' && after === '' && (minor === undefined || !/^\s?[(\uFF08]/.test(text.slice(end)))) return null;
	return { value: minor === undefined ? (match[1] as string) : `${match[1]}.${minor}`, end };
}

/** Letters before the first difference that are kept. */
const LEAD = 20;

/** A value as an example shows it: texts and other values as they are, lists and objects as JSON. */
type Shown = string | number | boolean | null | undefined;

/** Both values, at most so many letters of each: long texts are cut to the stretch around their first difference. */
export function shortenBoth(old: unknown, next: unknown, most: number): readonly [Shown, Shown] {
	const [one, other] = [show(old), show(next)];
	const from =
		typeof one === 'string' && typeof other === 'string' && Math.max(one.length, other.length) > most
			? Math.max(0, differenceAt(one, other) - LEAD)
			: 0;
	return [cut(one, from, most), cut(other, from, most)];
}

function show(value: unknown): Shown {
	if (typeof value === 'object' && value !== null) return JSON.stringify(value);
	return value as Shown;
}

function differenceAt(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return at;
}

function cut(value: Shown, from: number, most: number): Shown {
	if (typeof value !== 'string' || (from === 0 && value.length <= most)) return value;
	const start = isInsidePair(value, from) ? from + 1 : from;
	const end = isInsidePair(value, start + most) ? start + most - 1 : start + most;
	return `${start > 0 ? '...' : ''}${value.slice(start, end)}${end < value.length ? '...' : ''}`;
}

const isInsidePair = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

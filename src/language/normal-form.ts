import { ownText } from '../text/own-text.ts';

/** Footnote marks: raised digits and signs, stars, digits in brackets. */
const MARKS = /[\u00BA\u00B0\u00B9\u00B2\u00B3\u2020\u2021*]|\[\d{1,2}\]/g;
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const SPACES_AND_HYPHENS = /[\s\p{Z}\p{Pd}_]+/gu;
const ENDS = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** Lower case without a locale; the Turkish letters i fall together. */
const lower = (text: string): string => text.toLowerCase().replaceAll('i\u0307', 'i').replaceAll('\u0131', 'i');

/** The form in which labels are compared: no case, white space, hyphens, footnote marks, punctuation at the ends. */
export function labelForm(text: string): string {
	const known = forms.get(text);
	if (known !== undefined) return known;
	if (text.length > LONGEST) return makeLabelForm(text);
	const own = ownText(text);
	const form = makeLabelForm(own);
	if (forms.size >= REMEMBERED) forms.clear();
	forms.set(own, form);
	return form;
}

/** Words of tables and labels come again and again, on one page and on the next. */
const forms = new Map<string, string>();
const REMEMBERED = 4096;
const LONGEST = 128;

function makeLabelForm(text: string): string {
	const bare = text.replace(INVISIBLE, '').replace(MARKS, '');
	return lower(bare.normalize('NFKC')).replace(SPACES_AND_HYPHENS, '').replace(ENDS, '');
}

/** The form in which words, dates and products are compared: as the label form, with single blanks and punctuation. */
export function wordForm(text: string): string {
	const bare = text.replace(/[\p{Cf}]/gu, '');
	return lower(bare.normalize('NFKC'))
		.replace(/[\s\p{Z}]+/gu, ' ')
		.trim();
}

export interface MappedText {
	readonly text: string;
	/** For each letter of `text` the offset of the letter it was made from; one more for the end. */
	readonly offsets: readonly number[];
}

/** The word form, with a map back to the offsets of the original. */
export function mapWordForm(original: string): MappedText {
	let text = '';
	const offsets: number[] = [];
	let at = 0;
	for (const letter of original) {
		const folded = /[\p{Cf}]/u.test(letter) ? '' : lower(letter.normalize('NFKC')).replace(/[\s\p{Z}]/gu, ' ');
		for (const unit of folded) {
			if (unit === ' ' && (text === '' || text.endsWith(' '))) continue;
			text += unit;
			for (let index = 0; index < unit.length; index++) offsets.push(at);
		}
		at += letter.length;
	}
	offsets.push(original.length);
	return { text, offsets };
}

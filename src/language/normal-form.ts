import { remember } from '../text/remember.ts';

/** Footnote marks: raised digits and signs, stars, digits in brackets. */
const MARKS = /[\u00BA\u00B0\u00B9\u00B2\u00B3\u2020\u2021*]|\[\d{1,2}\]/g;
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const SPACES_AND_HYPHENS = /[\s\p{Z}\p{Pd}_]+/gu;
const ENDS = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** Lower case without a locale; the Turkish letters i fall together. */
function lower(text: string): string {
	const lowered = text.toLowerCase();
	return TURKISH_I.test(lowered) ? lowered.replaceAll('i\u0307', 'i').replaceAll('\u0131', 'i') : lowered;
}

const TURKISH_I = /[\u0307\u0131]/;

/** The form in which labels are compared: no case, white space, hyphens, footnote marks, punctuation at the ends. */
export const labelForm = remember(makeLabelForm, 4096, 128);

/**
 * Letters, digits, dashes, quotes and the signs of ASCII, wide ones too: what is made of these alone, and without the
 * Turkish letters i, has its form without a normalization. Wide stars and square brackets are no marks.
 */
const NOT_SIMPLE =
	/[^ -~\u00A0\u00AB\u00BB\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u012F\u0134-\u013E\u0141-\u0148\u014A-\u017E\u0400-\u0481\u048A-\u052F\u2010-\u2015\u2018-\u201F\u3001-\u3003\u3008-\u3011\u3014-\u301B\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF09\uFF0B-\uFF3A\uFF3C\uFF3E-\uFF5E]/;
const WIDE = /[\uFF01-\uFF5E]/g;
const SIGN_AT_END =
	/^[!-/:-@[-`{-~\u00AB\u00BB\u2018-\u201F\u3001-\u301B]|[!-/:-@[-`{-~\u00AB\u00BB\u2018-\u201F\u3001-\u301B]$/;
const NOT_IN_SIMPLE_FORM = /[ \-_*\u00A0\u2010-\u2015]|\[\d{1,2}\]/g;

const narrow = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

function makeLabelForm(text: string): string {
	if (!NOT_SIMPLE.test(text)) {
		const form = text.replace(WIDE, narrow).replace(NOT_IN_SIMPLE_FORM, '').toLowerCase();
		return SIGN_AT_END.test(form) ? form.replace(ENDS, '') : form;
	}
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

const foldAscii = (letter: string): string => (/\s/.test(letter) ? ' ' : letter.toLowerCase());

const foldLetter = (letter: string): string =>
	/[\p{Cf}]/u.test(letter) ? '' : lower(letter.normalize('NFKC')).replace(/[\s\p{Z}]/gu, ' ');

/** The word form, with a map back to the offsets of the original. */
export function mapWordForm(original: string): MappedText {
	let text = '';
	const offsets: number[] = [];
	let at = 0;
	for (const letter of original) {
		const folded = letter <= '~' ? foldAscii(letter) : foldLetter(letter);
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

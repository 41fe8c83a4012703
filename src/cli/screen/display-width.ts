/** Letters that East Asian fonts, and terminals with them, draw two columns wide. */
const WIDE = new RegExp(
	'[\\u1100-\\u115f\\u231a\\u231b\\u2329\\u232a\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\ua4cf' +
		'\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6' +
		'\\u{1f300}-\\u{1f64f}\\u{1f900}-\\u{1f9ff}\\u{20000}-\\u{3fffd}]',
	'u',
);
/** Marks over other letters, format characters, and the inner parts of old Hangul syllables. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;
const PLAIN = /^[\x20-\x7e]*$/;

/** Columns that a letter takes on a terminal; control characters must be gone already. */
export function letterWidth(letter: string): 0 | 1 | 2 {
	if (letter < '\u0300') return letter === '\u00ad' ? 0 : 1;
	if (ZERO.test(letter)) return 0;
	return WIDE.test(letter) ? 2 : 1;
}

/** Columns that a line takes on a terminal. */
export function displayWidth(text: string): number {
	if (PLAIN.test(text)) return text.length;
	let width = 0;
	for (const letter of text) width += letterWidth(letter);
	return width;
}

/** As much of the beginning as fits. */
export function takeWidth(text: string, width: number): string {
	let taken = 0;
	let end = 0;
	for (const letter of text) {
		taken += letterWidth(letter);
		if (taken > width) break;
		end += letter.length;
	}
	return text.slice(0, end);
}

/** Cut to the width, with `...` where something is missing. */
export function cutToWidth(text: string, width: number): string {
	if (displayWidth(text) <= width) return text;
	return width < 4 ? takeWidth(text, width) : `${takeWidth(text, width - 3).trimEnd()}...`;
}

export function padToWidth(text: string, width: number, side: 'left' | 'right' = 'left'): string {
	const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
	return side === 'left' ? text + blanks : blanks + text;
}

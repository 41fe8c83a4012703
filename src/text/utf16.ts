/** So many bytes tell whether a text is UTF-16. */
const SAMPLE = 16_384;

/**
 * Which UTF-16 bytes without a byte order mark are; `null` for none. Markup, blanks and digits have a zero in every
 * second byte; in the other place zeros are rare (U+3000, U+4E00).
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const sample = bytes.subarray(0, SAMPLE);
	if (sample.length < 2 || sample.indexOf(0) < 0) return null;
	let first = 0;
	let second = 0;
	for (let at = 0; at + 1 < sample.length; at += 2) {
		const high = sample[at] === 0;
		const low = sample[at + 1] === 0;
		if (high && low) return null;
		if (high) first++;
		if (low) second++;
	}
	const least = sample.length / 100;
	if (second > 2 * first && second >= least) return 'utf-16le';
	if (first > 2 * second && first >= least) return 'utf-16be';
	return null;
}

import { TextDecoder as WhatwgDecoder } from '@exodus/bytes/encoding.js';
import type { Declarations } from './declared-encoding.ts';

export interface Reading {
	readonly value: string;
	readonly encoding: string;
	/** Number of U+FFFD in `value` that stand for bytes without a letter. */
	readonly lost: number;
}

/** More than this share of damaged letters, and a declaration is not believed. */
const BELIEVED = 0.1;

/** What browsers assume for a language where a page declares nothing, by the WHATWG's table of locale defaults. */
const BY_LANGUAGE: readonly (readonly [tag: RegExp, encodings: readonly string[]])[] = [
	[/^ja\b/, ['shift_jis', 'euc-jp']],
	[/^ko\b/, ['euc-kr']],
	[/^zh-(?:tw|hk|mo|hant|cht)\b/, ['big5', 'gbk']],
	[/^zh\b/, ['gbk', 'big5']],
	[/^(?:ru|uk|be|bg|sr|mk)\b/, ['windows-1251']],
	[/^(?:cs|hu|pl|sk|sl|hr|ro)\b/, ['windows-1250']],
	[/^tr\b/, ['windows-1254']],
	[/^el\b/, ['windows-1253']],
	[/^he\b/, ['windows-1255']],
	[/^(?:ar|fa)\b/, ['windows-1256']],
	[/^(?:et|lt|lv)\b/, ['windows-1257']],
	[/^vi\b/, ['windows-1258']],
	[/^th\b/, ['windows-874']],
];

/**
 * Reads bytes that are no UTF-8: in the declared encoding that damages the fewest letters, else (nothing declared, or
 * the declaration damages a tenth of them) in that of the declared language, at last as windows-1252, which has a
 * letter for every byte and is what browsers assume.
 */
export function readLegacy(bytes: Uint8Array, { encodings, languages }: Declarations): Reading {
	const bound = BELIEVED * countHigh(bytes);
	const declared = best(
		bytes,
		encodings.map((declaration) => declaration.encoding),
	);
	if (declared !== null && declared.damage <= bound) return declared;
	const assumed = best(bytes, languages.flatMap(encodingsOf));
	if (assumed !== null && assumed.damage <= bound) return assumed;
	return read(bytes, 'windows-1252');
}

interface Judged extends Reading {
	/** Bytes without a letter, and controls that no page prints. */
	readonly damage: number;
}

function best(bytes: Uint8Array, encodings: readonly string[]): Judged | null {
	let found: Judged | null = null;
	for (const encoding of new Set(encodings)) {
		const reading = read(bytes, encoding);
		if (found === null || reading.damage < found.damage) found = reading;
		if (found.damage === 0) break;
	}
	return found;
}

function read(bytes: Uint8Array, encoding: string): Judged {
	const value = new WhatwgDecoder(encoding).decode(bytes);
	const controls = count(value, /[\x80-\x9F]/g);
	// pages of Windows that say iso-8859-2 use the letters which windows-1250 has in place of the C1 controls
	if (encoding === 'iso-8859-2' && controls > 0) return read(bytes, 'windows-1250');
	const lost = count(value, /\uFFFD/g);
	return { value, encoding, lost, damage: lost + controls };
}

const encodingsOf = (language: string): readonly string[] => BY_LANGUAGE.find(([tag]) => tag.test(language))?.[1] ?? [];

function countHigh(bytes: Uint8Array): number {
	let high = 0;
	for (const byte of bytes) if (byte > 0x7f) high++;
	return high;
}

export const count = (value: string, pattern: RegExp): number => value.match(pattern)?.length ?? 0;

import { TextDecoder as WhatwgDecoder } from '@exodus/bytes/encoding.js';
import type { Detail } from '../diagnostic/collector.ts';
import type { RuleId } from '../diagnostic/rules.ts';
import { type Declarations, findDeclarations } from './declared-encoding.ts';
import { count, type Reading, readLegacy } from './legacy-encoding.ts';
import type { Text } from './text.ts';
import { guessUtf16 } from './utf16.ts';

/** A diagnostic about the page as a whole. */
interface DecodingNote {
	readonly rule: RuleId;
	readonly detail: Detail;
}

export type Decoded =
	| { readonly text: Text; readonly notes: readonly DecodingNote[] }
	| { readonly reject: 'not-text' | 'empty-page' };

/** Declarations of a UTF-8 page are read from so many letters only: they decide nothing there. */
const HEAD = 16_384;
/** Letters that tell text from other data, and how many controls among them text may have. */
const SAMPLE = 65_536;
const CONTROLS = 0.02;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const LOSSY_UTF8 = new TextDecoder('utf-8');

/**
 * Reads the bytes of a page: a byte order mark wins, then the zeros of UTF-16, then valid UTF-8 (whatever is
 * declared), then the declared encoding, then that of the declared language, then windows-1252. A string is taken as
 * it is. The byte order mark is no part of the text.
 */
export function decode(source: string | Uint8Array): Decoded {
	if (typeof source === 'string') {
		const reading = { value: source, encoding: 'utf-8', lost: 0 };
		return finish(reading, new TextEncoder().encode(source).length, []);
	}
	const marked = encodingOfMark(source);
	const utf16 = marked === null ? guessUtf16(source) : null;
	if (utf16 !== null) return finish(readWhatwg(source, utf16), source.length, []);
	if (marked !== null && marked !== 'utf-8') return finish(readWhatwg(source, marked), source.length, []);
	const valid = readValidUtf8(source);
	if (valid !== null) return finishUtf8(source, valid, marked !== null);
	const declarations = findDeclarations(new WhatwgDecoder('windows-1252').decode(source));
	const reading = readMostlyUtf8(source, marked !== null) ?? readLegacy(source, declarations);
	return finish(reading, source.length, conflicts(reading.encoding, declarations));
}

/** Valid UTF-8 that holds ASCII only may be any other encoding too: then the declared one is named. */
function finishUtf8(bytes: Uint8Array, value: string, marked: boolean): Decoded {
	const declarations = startsWithTag(value) ? findDeclarations(value.slice(0, HEAD)) : { encodings: [], languages: [] };
	const ascii = value.length === bytes.length;
	const declared = declarations.encodings[0]?.encoding;
	if (!ascii || marked || declared === undefined) {
		return finish({ value, encoding: 'utf-8', lost: 0 }, bytes.length, conflicts('utf-8', declarations));
	}
	// the one encoding of the table whose letters beyond ASCII are written in ASCII bytes
	if (declared === 'iso-2022-jp') return finish(readWhatwg(bytes, declared), bytes.length, []);
	return finish({ value, encoding: declared, lost: 0 }, bytes.length, []);
}

const startsWithTag = (value: string): boolean => /^\s*</.test(value.slice(0, HEAD));

function encodingOfMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function readWhatwg(bytes: Uint8Array, encoding: string): Reading {
	const value = new WhatwgDecoder(encoding).decode(bytes);
	return { value, encoding, lost: count(value, /\uFFFD/g) };
}

function readValidUtf8(bytes: Uint8Array): string | null {
	try {
		return UTF8.decode(bytes);
	} catch {
		return null;
	}
}

/** UTF-8 with some damage: far more whole letters beyond ASCII than broken ones. No legacy page looks like that. */
function readMostlyUtf8(bytes: Uint8Array, marked: boolean): Reading | null {
	const value = LOSSY_UTF8.decode(bytes);
	const lost = count(value, /\uFFFD/g);
	const whole = count(value, /[^\x00-\x7F\uFFFD]/g);
	return marked || whole > 4 * lost ? { value, encoding: 'utf-8', lost } : null;
}

/** A note for each declared encoding that is another one than that of the bytes. */
function conflicts(encoding: string, { encodings }: Declarations): DecodingNote[] {
	return encodings
		.filter((declared) => declared.encoding !== encoding)
		.map(({ label }) => ({ rule: 'encoding-conflict', detail: { actual: encoding, expected: label } }));
}

function finish(reading: Reading, bytes: number, notes: readonly DecodingNote[]): Decoded {
	const value = reading.value.replace(/^\uFEFF+/, '');
	if (!isText(value)) return { reject: 'not-text' };
	if (!/\S/.test(value)) return { reject: 'empty-page' };
	const { encoding, lost } = reading;
	const lossy: DecodingNote = { rule: 'encoding-lossy', detail: { actual: `${lost}`, expected: encoding } };
	return { text: { value, encoding, bytes }, notes: lost > 0 ? [...notes, lossy] : notes };
}

/** Images, archives and programs are full of controls and zeros. A stray one does not make a page unreadable. */
function isText(value: string): boolean {
	const sample = value.slice(0, SAMPLE);
	return count(sample, /[\x00-\x08\x0E-\x1A\x1C-\x1F]/g) <= CONTROLS * sample.length;
}

import { describe, expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : part)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): number[] =>
	[...text].flatMap((letter) => {
		const unit = letter.charCodeAt(0);
		return little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
	});

function read(source: string | Uint8Array) {
	const decoded = decode(source);
	if ('reject' in decoded) return { reject: decoded.reject };
	const { value, encoding } = decoded.text;
	return { value, encoding, rules: decoded.notes.map((note) => note.rule) };
}

const meta = (label: string): string =>
	`<html><head><meta http-equiv=Content-Type content="text/html; charset=${label}">`;

describe('what the bytes say', () => {
	test('a byte order mark wins over every declaration and is no part of the text', () => {
		expect(read(bytes([0xef, 0xbb, 0xbf], 'a'))).toEqual({ value: 'a', encoding: 'utf-8', rules: [] });
		const page = `${meta('big5')}x`;
		expect(read(bytes([0xff, 0xfe], utf16(page, true)))).toMatchObject({ value: page, encoding: 'utf-16le' });
		expect(read(bytes([0xfe, 0xff], utf16(page, false)))).toMatchObject({ value: page, encoding: 'utf-16be' });
	});

	test('UTF-16 without a mark is known by its zeros, letters without zeros in between', () => {
		const page = `${meta('unicode')}<p>\u4e00\u3000\u5b89\u5168\u6027</p>`;
		expect(read(bytes(utf16(page, true)))).toMatchObject({ value: page, encoding: 'utf-16le' });
		expect(read(bytes(utf16(page, false)))).toMatchObject({ value: page, encoding: 'utf-16be' });
	});

	test('UTF-8 under a legacy label is UTF-8, with a note that names both', () => {
		const page = `${meta('iso-8859-1')}<p>\u00e9\u2013</p>`;
		const decoded = decode(utf8(page));
		expect(decoded).toMatchObject({
			text: { value: page, encoding: 'utf-8', bytes: utf8(page).length },
			notes: [{ rule: 'encoding-conflict', detail: { actual: 'utf-8', expected: 'iso-8859-1' } }],
		});
	});

	test('a markdown page that talks of declarations declares nothing', () => {
		expect(read(utf8('# \u00e9\n\n`<meta charset="big5">`'))).toMatchObject({ encoding: 'utf-8', rules: [] });
	});

	test('a broken letter does not make a UTF-8 page a legacy one', () => {
		const page = bytes(Array.from(utf8('\u00e9\u00e8\u00ea\u00eb\u00e0\u00e1')), [0xe2, 0x80]);
		expect(read(page)).toEqual({
			value: '\u00e9\u00e8\u00ea\u00eb\u00e0\u00e1\uFFFD',
			encoding: 'utf-8',
			rules: ['encoding-lossy'],
		});
	});
});

describe('what the page declares', () => {
	test.each([
		['iso-8859-1', [0x96, 0x80], '\u2013\u20ac', 'windows-1252'],
		['x-sjis', [0x83, 0x5c], '\u30bd', 'shift_jis'],
		['ks_c_5601-1987', [0x81, 0x41], '\uac02', 'euc-kr'],
		['gb2312', [0x81, 0x40], '\u4e02', 'gbk'],
		['big5', [0xa4, 0x40], '\u4e00', 'big5'],
		['iso-8859-9', [0xfd, 0x96], '\u0131\u2013', 'windows-1254'],
		['cp949', [0xb0, 0xa1], '\uac00', 'euc-kr'],
	])('label %s', (label, letters, text, encoding) => {
		const page = bytes(meta(label), letters);
		expect(read(page)).toEqual({ value: `${meta(label)}${text}`, encoding, rules: [] });
	});

	test.each([
		['after text', bytes('<html><title>', [0xa4, 0x40], '</title><meta charset="big5">')],
		['before the head', bytes('<html><meta charset=big5><head>', [0xa4, 0x40])],
		['at the end', bytes('<html><body>', [0xa4, 0x40], 'x'.repeat(9000), '</body><meta charset=big5>')],
		['by XML', bytes('<?xml version="1.0" encoding="big5"?>', [0xa4, 0x40])],
		[
			'beside comments and scripts',
			bytes('<!-- <meta charset=x-sjis> --><script>"<meta charset=gbk>"</script>', meta('big5'), [0xa4, 0x40]),
		],
	])('%s', (_, page) => {
		expect(read(page)).toMatchObject({ encoding: 'big5' });
	});

	test("of two declarations the one that fits wins, of equals the page's own", () => {
		const added = '<!-- Added by HTTrack --><meta charset="iso-8859-1" /><!-- /Added by HTTrack -->';
		const page = read(bytes(`<html>${added}`, meta('windows-1250'), [0xe8]));
		expect(page).toMatchObject({ encoding: 'windows-1250', rules: ['encoding-conflict'] });
		expect(page.value).toContain('\u010d');
		expect(read(bytes(meta('utf-8'), meta('big5'), [0xa4, 0x40, 0xa4, 0x40]))).toMatchObject({ encoding: 'big5' });
	});

	test('C1 controls after iso-8859-2 mean windows-1250', () => {
		expect(read(bytes(meta('iso-8859-2'), [0xe8, 0x9a]))).toMatchObject({
			value: `${meta('iso-8859-2')}\u010d\u0161`,
			encoding: 'windows-1250',
			rules: ['encoding-conflict'],
		});
		expect(read(bytes(meta('iso-8859-2'), [0xe8]))).toMatchObject({ encoding: 'iso-8859-2', rules: [] });
	});

	test('undeclared bytes are read by the declared language, else as windows-1252', () => {
		expect(read(bytes('<html><meta name=MS.LOCALE content=JA-JP>', [0x83, 0x5c, 0x83, 0x5c]))).toMatchObject({
			encoding: 'shift_jis',
		});
		expect(read(bytes('<html lang="ru">', [0xcf]))).toMatchObject({ value: '<html lang="ru">\u041f' });
		expect(read(bytes('x', [0x93]))).toEqual({ value: 'x\u201c', encoding: 'windows-1252', rules: [] });
	});

	test('bytes without a letter are noted', () => {
		expect(read(bytes(meta('big5'), [0xa4, 0x40].concat(...Array(20).fill([0xa4, 0x40])), [0xff]))).toMatchObject({
			encoding: 'big5',
			rules: ['encoding-lossy'],
		});
	});
});

describe('strings and rejects', () => {
	test('a string is taken as it is, without its mark, its bytes are those of its UTF-8', () => {
		expect(decode('\uFEFF# \u00e9')).toEqual({
			text: { value: '# \u00e9', encoding: 'utf-8', bytes: 7 },
			notes: [],
		});
	});

	test('blanks are no page, zeros and controls no text', () => {
		expect(read('')).toEqual({ reject: 'empty-page' });
		expect(read(bytes(' \r\n\t'))).toEqual({ reject: 'empty-page' });
		expect(read(bytes([0xff, 0xfe]))).toEqual({ reject: 'empty-page' });
		expect(read(bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13], 'IHDR'))).toEqual({ reject: 'not-text' });
		expect(read(Uint8Array.from({ length: 512 }, (_, index) => index & 0xff))).toEqual({ reject: 'not-text' });
	});

	test('one stray control does not make a page unreadable', () => {
		expect(read(bytes('a'.repeat(100), [0]))).toMatchObject({ encoding: 'utf-8' });
	});
});

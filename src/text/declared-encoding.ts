import { normalizeEncoding } from '@exodus/bytes/encoding.js';

/** What a page says about its own bytes. */
export interface Declarations {
	/** In the order in which they count: the page's own, then what a mirroring tool noted of the server's header. */
	readonly encodings: readonly DeclaredEncoding[];
	/** Language tags in lower case, the first the most trusted. */
	readonly languages: readonly string[];
}

interface DeclaredEncoding {
	/** As printed. */
	readonly label: string;
	/** WHATWG name in lower case. */
	readonly encoding: string;
}

const MARK = /<!--|<(?:meta|html|script|style)\b|<\?xml\b/gi;
const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
const XML_ENCODING = /encoding\s*=\s*["']\s*([\w.:-]+)/i;
const LANGUAGE = /\blang\s*=\s*["']?\s*([a-z][a-z-]*)/i;
const LOCALE_NAME = /(?:name|http-equiv)\s*=\s*["']?\s*(?:ms\.locale|locale|ms\.contentlang|content-language)\b/i;
const CONTENT = /content\s*=\s*["']?\s*([a-z][a-z-]*)/i;
const LOCALE_IN_ADDRESS = /microsoft\.com\/([a-z]{2}-[a-z]{2})\//i;

/** Labels that Windows tools and scripts write and the WHATWG table lacks. */
const CODE_PAGES: Readonly<Record<string, string>> = {
	cp932: 'shift_jis',
	'windows-932': 'shift_jis',
	cp936: 'gbk',
	'windows-936': 'gbk',
	cp949: 'euc-kr',
	cp950: 'big5',
	'windows-950': 'big5',
};

/**
 * Finds the declarations of a page whose letters beyond ASCII need not be decoded yet: `meta` elements wherever they
 * stand (before `head`, after `body`, several), the XML declaration, `lang`, and locales. Comments and scripts are
 * skipped.
 */
export function findDeclarations(page: string): Declarations {
	const own: DeclaredEncoding[] = [];
	const served: DeclaredEncoding[] = [];
	const locales: string[] = [];
	const languages: string[] = [];
	let byServer = false;
	MARK.lastIndex = 0;
	for (let match = MARK.exec(page); match !== null; match = MARK.exec(page)) {
		const mark = asciiLower(match[0]);
		const close = mark === '<!--' ? '-->' : mark === '<script' || mark === '<style' ? '</' : '>';
		const end = page.indexOf(close, MARK.lastIndex);
		if (end < 0) break;
		MARK.lastIndex = end + close.length;
		const inside = page.slice(match.index, end);
		if (mark === '<!--') byServer = /^<!--\s*Added by HTTrack/.test(inside);
		else if (mark === '<?xml') note(own, XML_ENCODING.exec(inside)?.[1]);
		else if (mark === '<html') keep(languages, LANGUAGE.exec(inside)?.[1]);
		else if (mark === '<meta') {
			note(byServer ? served : own, CHARSET.exec(inside)?.[1]);
			if (LOCALE_NAME.test(inside)) keep(locales, CONTENT.exec(inside)?.[1]);
		}
	}
	keep(languages, LOCALE_IN_ADDRESS.exec(page)?.[1]);
	return { encodings: [...own, ...served], languages: [...locales, ...languages] };
}

function note(declared: DeclaredEncoding[], label: string | undefined): void {
	if (label === undefined) return;
	const encoding = encodingOf(label);
	if (encoding !== null && declared.every((other) => other.encoding !== encoding)) declared.push({ label, encoding });
}

/** A page whose declaration could be read is not UTF-16, whatever it says; `replacement` is no encoding at all. */
function encodingOf(label: string): string | null {
	const encoding = normalizeEncoding(label) ?? CODE_PAGES[asciiLower(label)] ?? null;
	if (encoding === 'x-user-defined') return 'windows-1252';
	return encoding === 'replacement' || encoding?.startsWith('utf-16') ? null : encoding;
}

function keep(tags: string[], tag: string | undefined): void {
	if (tag !== undefined) tags.push(asciiLower(tag));
}

const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

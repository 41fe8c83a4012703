import { decodeEntities } from './entity.ts';

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:\s+|\/)(?:"[^"]*"|'[^']*'|[^'">])*)?>/y;
const COMMENT = /<!--[\s\S]*?-->|<![A-Za-z][^>]*>|<\?[\s\S]*?\?>/y;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;

/** Elements of HTML as these pages use them. Other names in angle brackets are text: `<lines removed>`. */
const ELEMENTS = new Set(
	(
		'a abbr acronym address applet area article aside b base basefont big blockquote body br button caption center cite ' +
		'code col colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form frame ' +
		'frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu ' +
		'meta nav nobr noframes noscript object ol optgroup option p param pre q s samp script section select small span ' +
		'strike strong style sub summary sup svg table tbody td textarea tfoot th thead title tr tt u ul var wbr'
	).split(' '),
);

/** Elements that end the line they stand in. */
const BLOCKS = new Set(
	(
		'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
		'h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul'
	).split(' '),
);

export interface Tag {
	readonly name: string;
	readonly closing: boolean;
	readonly attributes: string;
	readonly end: number;
}

/** Reads the tag that starts at `at`; comments, declarations and instructions have the name `!`. */
export function readTag(source: string, at: number): Tag | null {
	TAG.lastIndex = at;
	const match = TAG.exec(source);
	if (match !== null) {
		const name = lower(match[2] as string);
		if (!ELEMENTS.has(name) && !name.includes(':')) return null;
		return { name, closing: match[1] === '/', attributes: match[3] ?? '', end: TAG.lastIndex };
	}
	COMMENT.lastIndex = at;
	return COMMENT.test(source) ? { name: '!', closing: false, attributes: '', end: COMMENT.lastIndex } : null;
}

/** Lower case of ASCII only, as names of elements have it. */
export const lower = (name: string): string =>
	/[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32)) : name;

export const isBlockElement = (name: string): boolean => BLOCKS.has(name);

/** The value of an attribute, entities resolved; `null` where the tag has none of that name. */
export function readAttribute(attributes: string, name: string): string | null {
	for (const match of attributes.matchAll(ATTRIBUTE)) {
		if ((match[1] as string).toLowerCase() !== name) continue;
		return decodeEntities(match[2] ?? match[3] ?? match[4] ?? '').trim();
	}
	return null;
}

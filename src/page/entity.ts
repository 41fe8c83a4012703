import { decodeHTML } from 'entities/decode';

const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;
/** What is left of an entity that was escaped twice: `&amp;nbsp;`. */
const ESCAPED_AGAIN = /&amp;(?=(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)/g;

export interface DecodedEntity {
	readonly end: number;
	readonly text: string;
}

/** Reads the entity that starts at `at`, one that was escaped twice as the letter it stands for; `null` if none does. */
export function readEntity(source: string, at: number): DecodedEntity | null {
	ENTITY.lastIndex = at;
	const match = ENTITY.exec(source);
	if (match === null) return null;
	let end = ENTITY.lastIndex;
	let text = decodeHTML(match[0]);
	if (text === match[0]) return null;
	while (text === '&') {
		ENTITY.lastIndex = end - 1;
		const inner = readEntityAfterAmpersand(source, end);
		if (inner === null) break;
		text = inner.text;
		end = inner.end;
	}
	return { end, text };
}

/** `source` at `at` holds an entity whose ampersand was escaped: `amp;` of `&amp;amp;`. */
function readEntityAfterAmpersand(source: string, at: number): DecodedEntity | null {
	const semicolon = source.indexOf(';', at);
	if (semicolon < 0 || semicolon - at > 32) return null;
	const name = `&${source.slice(at, semicolon + 1)}`;
	ENTITY.lastIndex = 0;
	if (!ENTITY.test(name) || ENTITY.lastIndex !== name.length) return null;
	const text = decodeHTML(name);
	return text === name ? null : { end: semicolon + 1, text };
}

/** Resolves all entities of a text, those that were escaped twice too. */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	let once = text;
	while (ESCAPED_AGAIN.test(once)) once = once.replaceAll(ESCAPED_AGAIN, '&');
	return once.replaceAll(/&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g, (entity) =>
		decodeHTML(entity),
	);
}

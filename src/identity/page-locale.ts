import type { Page } from '../page/block.ts';

/** Country segments of the addresses of 2003 to 2010 that name no language. */
const COUNTRIES: Readonly<Record<string, string>> = {
	brasil: 'pt-BR',
	china: 'zh-CN',
	cze: 'cs-CZ',
	danmark: 'da-DK',
	finland: 'fi-FI',
	france: 'fr-FR',
	germany: 'de-DE',
	hun: 'hu-HU',
	italy: 'it-IT',
	japan: 'ja-JP',
	korea: 'ko-KR',
	netherlands: 'nl-NL',
	norge: 'nb-NO',
	poland: 'pl-PL',
	portugal: 'pt-PT',
	rus: 'ru-RU',
	spain: 'es-ES',
	sverige: 'sv-SE',
	taiwan: 'zh-TW',
	turkiye: 'tr-TR',
};

const TAG = /^([a-z]{2,3})-([a-z]{2})$/i;

/** A language tag in the casing of BCP 47; `null` where the text is none with a region. */
export function casedTag(text: string): string | null {
	const match = TAG.exec(text.trim());
	return match === null ? null : `${(match[1] as string).toLowerCase()}-${(match[2] as string).toUpperCase()}`;
}

/** The locale that a page declares: the address in its front matter, its `lang`, the address it was saved from, its folder. */
export function localeOfPage(page: Page, path: string | null): string | null {
	return (
		localeOfAddress(page.matter.get('ms:mtpsurl')?.value ?? '') ??
		page.languages.map(casedTag).find((tag) => tag !== null) ??
		localeOfAddress(page.address ?? '') ??
		localeOfFolder(path ?? '')
	);
}

function localeOfAddress(address: string): string | null {
	const segments = address
		.replace(/^https?:\/\//i, '')
		.split(/[/?#]/)
		.slice(1, 3);
	for (const segment of segments) {
		const tag = casedTag(segment) ?? COUNTRIES[segment.toLowerCase()] ?? null;
		if (tag !== null) return tag;
	}
	return null;
}

/** The innermost folder, or part of the file name, that is a language tag. */
function localeOfFolder(path: string): string | null {
	for (const segment of path.split(/[/\\]/).reverse()) {
		const tag = casedTag(segment) ?? casedTag(segment.replace(/\.[a-z]+$/i, ''));
		if (tag !== null) return tag;
	}
	return null;
}

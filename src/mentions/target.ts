import type { LinkKind } from '../advisory/words.ts';
import { remember } from '../text/remember.ts';
import { bulletinId, cveId } from './forms.ts';

export interface Target {
	readonly kind: LinkKind;
	/** The canonical id that the address names; of a summary its id in lower case as in the address. */
	readonly id: string | null;
}

interface Family {
	readonly kind: LinkKind;
	readonly address: RegExp;
	readonly id: (match: RegExpExecArray) => string;
}

/** Families of addresses that name a document, in the order in which they are tried. */
const FAMILIES: readonly Family[] = [
	{
		kind: 'kb',
		address: /^https?:\/\/support2?\.microsoft\.com\/(?:[a-z-]+\/){0,2}(?:kb|help)\/(?:kb)?(\d{5,7})(?!\d)/i,
		id: (match) => match[1] as string,
	},
	{
		kind: 'kb',
		address:
			/^https?:\/\/support2?\.microsoft\.com\/[^#]*[?&](?:scid=(?:kb|fh);(?:(?:\[|%5b)?[a-z-]*(?:\]|%5d)?;)?|kbid=|id=)q?(\d{5,7})(?!\d)/i,
		id: (match) => match[1] as string,
	},
	{
		kind: 'kb',
		address: /^https?:\/\/(?:www\.)?microsoft\.com\/(?:[a-z-]+\/)*(?:kb\/|.*[?&]kbid=)(\d{5,7})(?!\d)/i,
		id: (match) => match[1] as string,
	},
	{
		kind: 'cve',
		address: /^https?:\/\/[^/]*(?:cve\.mitre\.org|cve\.org|nvd\.nist\.gov)\/.*?\b(?:cve|can)-(\d{4})-(\d{4,7})/i,
		id: (match) => cveId(match[1] as string, match[2] as string),
	},
	{
		kind: 'bulletin',
		address:
			/\/(?:bulletin|bulletins|library(?:\/security)?|securitybulletins\/\d{4}|security\/[a-z]+)\/ms(\d\d)[-_]?(\d{3})(?!\d)/i,
		id: (match) => bulletinId(match[1] as string, match[2] as string),
	},
	{
		kind: 'bulletin',
		address:
			/\/(?:bulletins?|library(?:\/security)?|securitybulletinsummaries\/\d{4})\/(ms\d\d-[a-z]{3}(?:-[a-z]+)?)\b/i,
		id: (match) => (match[1] as string).toUpperCase(),
	},
	{
		kind: 'advisory',
		address: /\/(?:advisory|library(?:\/security)?|securityadvisories\/\d{4})\/(\d{6,7})(?:[.(?#/]|$)/i,
		id: (match) => match[1] as string,
	},
	{
		kind: 'cve',
		address: /\/security-guidance\/advisory\/cve-(\d{4})-(\d{4,7})/i,
		id: (match) => cveId(match[1] as string, match[2] as string),
	},
	{
		kind: 'advisory',
		address: /\/security-guidance\/advisory\/(adv\d{6})/i,
		id: (match) => (match[1] as string).toUpperCase(),
	},
];

const DOWNLOAD =
	/^https?:\/\/(?:(?:www\.)?microsoft\.com\/(?:[a-z]{2}-[a-z]{2}\/)?downloads?\/|catalog\.update\.microsoft\.com\/|(?:www\.)?downloads?\.)|[?&]familyid=/i;

/** An address that hides where it leads. */
export const isOpaque = (url: string): boolean =>
	/^https?:\/\/(?:go\.microsoft\.com\/fwlink|aka\.ms\/|[^/]*\/fwlink)/i.test(url);

/** What the target of a link is, by its address alone. Several fields ask for the same one, and pages share many. */
export const readTarget = remember(makeTarget, 4096);

function makeTarget(url: string): Target {
	if (/^mailto:/i.test(url) || /^https?:\/\/[^?#]*\/mailto:/i.test(url)) return { kind: 'mail', id: null };
	for (const family of FAMILIES) {
		const match = family.address.exec(url);
		if (match !== null) return { kind: family.kind, id: family.id(match) };
	}
	return { kind: DOWNLOAD.test(url) ? 'download' : 'web', id: null };
}

import * as z from 'zod';
import {
	bulletin,
	bulletinOrSummary,
	cveId,
	impacts,
	kbId,
	kbIds,
	kbRoles,
	line,
	linkKind,
	names,
	restart,
	severity,
	text,
	textOrEmpty,
	whenSound,
} from './schema-values.ts';

export const kbReferenceSchema = z
	.strictObject({
		id: kbId.describe('Number of the article, digits alone.'),
		url: z
			.string()
			.regex(/^https:\/\/support\.microsoft\.com\/kb\/[0-9]+$/)
			.describe('`https://support.microsoft.com/kb/<id>`.'),
		roles: kbRoles.describe('What the article is to this page, in the order of the set; `mention` stands alone.'),
		line,
	})
	.refine(({ id, url }) => url.endsWith(`/${id}`), { path: ['url'], error: 'not the address of this id', ...whenSound })
	.meta({ id: 'KbReference', description: 'A Knowledge Base article that the page names.' });

export const cveReferenceSchema = z
	.strictObject({
		id: cveId.describe('CVE id; `CAN-` ids are printed as `CVE-`.'),
		title: text
			.nullable()
			.describe('Its name from a heading, cell or list entry made of name and id, never out of a sentence.'),
		url: z
			.string()
			.regex(/^https:\/\/www\.cve\.org\/CVERecord\?id=CVE-[0-9-]+$/)
			.describe('`https://www.cve.org/CVERecord?id=<id>`.'),
		line,
	})
	.refine(({ id, url }) => url.endsWith(`=${id}`), { path: ['url'], error: 'not the address of this id', ...whenSound })
	.meta({ id: 'CveReference', description: 'A CVE that the page names.' });

const BULLETIN_URL =
	/^https:\/\/learn\.microsoft\.com\/security-updates\/securitybulletin(?:s|summaries)\/(?:19|20)[0-9]{2}\/MS[0-9A-Z-]+$/;

/** `2008/MS08-067` of `MS08-067`, with the folder of its kind. */
const bulletinPath = (id: string): string => {
	const year = id.slice(2, 4);
	const folder = /[0-9]$/.test(id.slice(0, 8)) ? 'securitybulletins' : 'securitybulletinsummaries';
	return `/${folder}/${year >= '90' ? '19' : '20'}${year}/${id}`;
};

export const bulletinReferenceSchema = z
	.strictObject({
		id: bulletinOrSummary.describe('Id of the bulletin or summary, named in text or by the target of a link.'),
		title: text.nullable().describe('Its title as printed, without id and KB number.'),
		url: z
			.string()
			.regex(BULLETIN_URL)
			.describe(
				'`https://learn.microsoft.com/security-updates/securitybulletins/<year>/<id>`; of a summary `securitybulletinsummaries`.',
			),
		severity: severity.nullable().describe('The highest rating that a summary prints for it.'),
		impacts: impacts.describe('The impacts that a summary prints for it, in printed order.'),
		restart: restart.nullable().describe('The restart requirement that a summary prints for it.'),
		kb: kbIds.describe('Ids of the articles that a summary prints for it, in printed order.'),
		affectedFamilies: names.describe(
			'Families of products as a summary names them, canonical English: `Microsoft Windows`.',
		),
		line,
	})
	.refine(({ id, url }) => url.endsWith(bulletinPath(id)), {
		path: ['url'],
		error: 'not the address of this id',
		...whenSound,
	})
	.meta({
		id: 'BulletinReference',
		description: 'Another Microsoft bulletin that the page names; in a summary with the facts that it tells of each.',
	});

export const replacementSchema = z
	.strictObject({
		bulletin: bulletin
			.nullable()
			.describe('The bulletin whose update is replaced; `null` for an update of an advisory.'),
		kb: kbId.nullable().describe('The article of the replaced update.'),
		line,
	})
	.refine((it) => it.bulletin !== null || it.kb !== null, 'neither `bulletin` nor `kb`')
	.meta({ id: 'Replacement', description: 'An earlier update that is replaced.' });

export const linkSchema = z
	.strictObject({
		url: z
			.string()
			.regex(/^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]:).+/s)
			.describe('Absolute http(s) or mailto address as printed, entities resolved, not re-encoded.'),
		text: textOrEmpty.describe('The words of the link where it first stands; `""` where it has none.'),
		kind: linkKind.describe(
			'What the target is; where it tells nothing (an opaque redirect), an id in the text decides, else `web`.',
		),
		line,
	})
	.meta({ id: 'Link', description: 'A target of what is marked up as a link; a bare address in text is text.' });

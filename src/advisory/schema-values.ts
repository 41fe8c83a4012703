import * as z from 'zod';
import { IMPACTS, KB_ROLES, KINDS, LINK_KINDS, RATING_STATUSES, RESTARTS, SECTION_KINDS, SEVERITIES } from './words.ts';

/** Control and format characters, lone surrogates and no-break spaces: what a text field never holds. */
const NOT_PLAIN = /[\p{Cf}\p{Cs}\u00a0\u2007\u202f]|[^\P{Cc}\n\t]/u;

const isPlain = (value: string): boolean =>
	value === value.trim() && value === value.normalize('NFC') && !NOT_PLAIN.test(value);

const PLAIN = 'not plain text: NFC, trimmed, no control, format or no-break characters';

/** Plain text of at least one letter. */
export const text = z.string().min(1).refine(isPlain, PLAIN);
/** Plain text, `''` where the page has no words in that place. */
export const textOrEmpty = z.string().refine(isPlain, PLAIN);

export const isoDate = z.iso.date().meta({ id: 'IsoDate', description: 'Calendar day, `YYYY-MM-DD`.' });

export const line = z
	.int()
	.min(1)
	.describe(
		'1-based line of the source file on which the first printed letter stands; front matter counts; LF, CRLF and a lone CR each end a line.',
	);

export const index = z.int().min(0);

export const localeTag = z
	.string()
	.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/)
	.meta({ id: 'LanguageTag', description: 'BCP 47 tag, cased as `zh-TW`.' });

export const advisoryId = /^[0-9]{6,7}$/;
export const bulletinId = /^MS[0-9]{2}-[0-9]{3}$/;
const MONTHS = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)';
export const summaryId = new RegExp(`^MS[0-9]{2}-${MONTHS}(?:-[A-Z0-9]+)*$`);
export const researchId = /^MSVR[0-9]{2}-[0-9]{3}$/;
const anyOf = (...forms: readonly RegExp[]): RegExp =>
	new RegExp(`^(?:${forms.map((form) => form.source.slice(1, -1)).join('|')})$`);

export const documentId = z
	.string()
	.regex(anyOf(advisoryId, bulletinId, summaryId, researchId))
	.meta({
		id: 'DocumentId',
		description:
			'Canonical id: `954474`, `MS08-067`, `MS14-MAR`, `MS10-JAN-OOB`, `MSVR11-001`; upper case, ASCII hyphen, English month.',
	});
export const bulletin = z
	.string()
	.regex(bulletinId)
	.meta({ id: 'BulletinId', description: 'Id of a bulletin: `MS08-067`.' });
export const bulletinOrSummary = z.string().regex(anyOf(bulletinId, summaryId)).meta({
	id: 'BulletinOrSummaryId',
	description: 'Id of a bulletin or of a monthly summary: `MS08-067`, `MS14-MAR`.',
});
export const kbId = z
	.string()
	.regex(/^[0-9]{5,7}$/)
	.meta({ id: 'KbId', description: 'Number of a Knowledge Base article, digits alone: `958644`.' });
export const cveId = z
	.string()
	.regex(/^CVE-[0-9]{4}-[0-9]{4,19}$/)
	.meta({ id: 'CveId', description: 'CVE id, upper case with ASCII hyphens: `CVE-2008-4250`; a `CAN-` id is one.' });
export const versionNumber = z
	.string()
	.regex(/^[0-9]+(?:\.[0-9]+)*$/)
	.meta({ id: 'Version', description: 'Digits and points alone: `1.0`, of `V1.0` or `1,0`; not corrected.' });
export const webUrl = z
	.string()
	.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/.+/s)
	.meta({ id: 'WebUrl', description: 'Absolute http(s) address as printed, entities resolved, not re-encoded.' });

export const kind = z.enum(KINDS).meta({ id: 'Kind', description: 'Kind of document.' });
export const severity = z.enum(SEVERITIES).meta({
	id: 'Severity',
	description: 'Highest first; `none` is a printed "none" or "no severity rating".',
});
const impact = z.enum(IMPACTS).meta({
	id: 'Impact',
	description: 'What an attacker gains; `other` comes with a diagnostic that holds the words.',
});
const kbRole = z.enum(KB_ROLES).meta({
	id: 'KbRole',
	description:
		"`page` the page's own article, `update` the one of a product row, `replaced`, `mention` where no other applies.",
});
export const linkKind = z.enum(LINK_KINDS).meta({ id: 'LinkKind', description: 'What the target of a link is.' });
export const restart = z.enum(RESTARTS).meta({ id: 'Restart', description: 'Whether an update needs a restart.' });
export const ratingStatus = z.enum(RATING_STATUSES).meta({
	id: 'RatingStatus',
	description: 'Whether a cell rates, or says "not applicable" or "not affected".',
});
export const sectionKind = z.enum(SECTION_KINDS).meta({
	id: 'SectionKind',
	description: 'What a section is about; `other` is one whose title no kind fits.',
});

/** For a check that means something only where the shape is right: one fault is reported once. */
export const whenSound = { when: ({ issues }: z.core.ParsePayload): boolean => issues.length === 0 };

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const UNIQUE = 'a value stands twice';

export const impacts = z.array(impact).refine(isUnique, UNIQUE);
export const kbIds = z.array(kbId).refine(isUnique, UNIQUE);
export const names = z.array(text).refine(isUnique, UNIQUE);
export const kbRoles = z
	.array(kbRole)
	.min(1)
	.refine((roles) => KB_ROLES.filter((role) => roles.includes(role)).join() === roles.join(), 'roles out of order')
	.refine((roles) => roles.length === 1 || !roles.includes('mention'), '`mention` beside another role');

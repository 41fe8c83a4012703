import type { BulletinReference, CveReference, KbReference } from '../advisory/schema.ts';
import { KB_ROLES, type KbRole } from '../advisory/words.ts';
import type { Mention } from '../mentions/find-mentions.ts';
import { fullYear } from '../mentions/forms.ts';
import { readTarget } from '../mentions/target.ts';
import type { Place } from '../text/place.ts';
import type { LineIndex } from '../text/text.ts';
import { articleWordsAround, standsAfterTitle } from './article-words.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';
import { cveTitles } from './cve-titles.ts';

/** Articles, CVEs and bulletins that the page names, each once, in order of first appearance. */
export const referencesReader: FieldReader = {
	name: 'references',
	read: (context) => [
		candidate('kb', [...readArticles(context)]),
		candidate('cves', readCves(context)),
		candidate('bulletins', readBulletins(context)),
	],
};

const made = new WeakMap<Context, readonly KbReference[]>();

/** Several fields ask for the articles; they are read once a page. */
export function readArticles(context: Context): readonly KbReference[] {
	let articles = made.get(context);
	if (articles === undefined) {
		articles = collectArticles(context);
		made.set(context, articles);
	}
	return articles;
}

function collectArticles(context: Context): KbReference[] {
	const roles = rolesOfArticles(context);
	const firsts = new Map<string, Place>();
	const own = context.identity.kind === 'advisory' ? context.identity.titleBlock : -1;
	for (const mention of context.mentions) {
		if (mention.kind !== 'kb' && mention.kind !== 'number') continue;
		const found = roles.get(mention.id);
		if (mention.block === own || firsts.has(mention.id) || found === undefined) continue;
		// an advisory's number is an article's only where a table says so
		if (isAdvisory(mention) && [...found].every((role) => role === 'mention')) continue;
		firsts.set(mention.id, mention);
	}
	for (const { id, line } of articlesOfRows(context)) {
		if (!firsts.has(id)) firsts.set(id, placeInTable(id, line, context.lines));
	}
	const ordered = [...firsts].sort(([, one], [, other]) => one.start - other.start);
	return ordered.map(([id, place]) => {
		const found = roles.get(id) as Set<KbRole>;
		if (found.size > 1) found.delete('mention');
		const reference: KbReference = {
			id,
			url: `https://support.microsoft.com/kb/${id}`,
			roles: KB_ROLES.filter((role) => found.has(role)),
			line: context.lines.line(place.start),
		};
		context.trace.note(reference, 'id', place, 'references');
		return reference;
	});
}

/** Articles that rows name, with what they are to the row, and its line. */
const articlesOfRows = ({ tables }: Context): { id: string; role: KbRole; line: number }[] =>
	[...tables.affected, ...tables.notAffected].flatMap(({ kb, replaces, line }) => [
		...kb.map((id) => ({ id, role: 'update' as const, line })),
		...replaces.flatMap((replaced) =>
			replaced.kb === null ? [] : [{ id: replaced.kb, role: 'replaced' as const, line: replaced.line }],
		),
	]);

const LONGEST_ROW = 40;

/** Where a number stands that no mention is, as `3099862in MS12-025`. */
function placeInTable(id: string, line: number, lines: LineIndex): Place {
	for (let at = line; at < line + LONGEST_ROW; at++) {
		const column = lines.text(at).indexOf(id);
		if (column >= 0) return { start: lines.start(at) + column, end: lines.start(at) + column + id.length };
	}
	return { start: lines.start(line), end: lines.start(line) };
}

/** A number whose link leads to an advisory is that advisory's. */
const isAdvisory = (mention: Mention): boolean =>
	mention.link !== null && readTarget(mention.link.url).kind === 'advisory';

/** What each number is that the page shows to be an article's, wherever it does. */
function rolesOfArticles(context: Context): Map<string, Set<KbRole>> {
	const roles = new Map<string, Set<KbRole>>();
	const add = (id: string, role: KbRole) => {
		const known = roles.get(id);
		if (known === undefined) roles.set(id, new Set([role]));
		else known.add(role);
	};
	for (const article of context.envelope.headline?.articles ?? []) add(article.id, 'page');
	for (const id of context.tables.pageArticles) add(id, 'page');
	for (const { kb } of context.tables.replaced) if (kb !== null) add(kb, 'replaced');
	for (const { id, role } of articlesOfRows(context)) add(id, role);
	for (const mention of context.mentions) {
		if (mention.kind === 'kb') add(mention.id, 'mention');
		else if (mention.kind === 'number' && isArticle(mention, context)) add(mention.id, 'mention');
	}
	return roles;
}

function isArticle(mention: Mention, context: Context): boolean {
	const target = mention.link === null ? null : readTarget(mention.link.url);
	if (target?.kind === 'kb' && target.id === mention.id) return true;
	if (target?.kind === 'advisory') return false;
	if (mention.id !== context.identity.id && standsAfterTitle(mention)) return true;
	return articleWordsAround(mention, context.language.readers) !== null;
}

function readCves(context: Context): CveReference[] {
	const found = new Map<string, CveReference>();
	const titles = cveTitles(context);
	for (const mention of context.mentions) {
		if (mention.kind !== 'cve' || found.has(mention.id)) continue;
		const reference: CveReference = {
			id: mention.id,
			title: titles.get(mention.id)?.title ?? null,
			url: `https://www.cve.org/CVERecord?id=${mention.id}`,
			line: context.lines.line(mention.start),
		};
		context.trace.note(reference, 'id', mention, 'references');
		found.set(mention.id, reference);
	}
	return [...found.values()];
}

function readBulletins(context: Context): BulletinReference[] {
	const found = new Map<string, BulletinReference>();
	for (const mention of context.mentions) {
		if (mention.kind !== 'bulletin' || mention.id === context.identity.id || found.has(mention.id)) continue;
		const folder = /\d{3}$/.test(mention.id) ? 'securitybulletins' : 'securitybulletinsummaries';
		const reference: BulletinReference = {
			id: mention.id,
			title: null,
			url: `https://learn.microsoft.com/security-updates/${folder}/${fullYear(mention.id.slice(2, 4))}/${mention.id}`,
			severity: null,
			impacts: [],
			restart: null,
			kb: [],
			affectedFamilies: [],
			line: context.lines.line(mention.start),
		};
		context.trace.note(reference, 'id', mention, 'references');
		found.set(mention.id, reference);
	}
	return [...found.values()];
}

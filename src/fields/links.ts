import type { Link } from '../advisory/schema.ts';
import type { LinkKind } from '../advisory/words.ts';
import { forEachInline, type Mention } from '../mentions/find-mentions.ts';
import { isOpaque, readTarget } from '../mentions/target.ts';
import type { LinkTarget, Run } from '../page/block.ts';
import { hasLink, placeOf, textOf } from '../page/plain-text.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';

/** Every link of the page, each target once. */
export const linksReader: FieldReader = { name: 'links', read: (context) => [candidate('links', readLinks(context))] };

const KIND_OF_MENTION: Partial<Record<Mention['kind'], LinkKind>> = { kb: 'kb', cve: 'cve', bulletin: 'bulletin' };

function readLinks(context: Context): Link[] {
	const links = new Map<string, Link>();
	const named = new Map<string, LinkKind>();
	for (const mention of context.mentions) {
		const kind = KIND_OF_MENTION[mention.kind];
		const url = mention.printed ? mention.link?.url : undefined;
		if (url !== undefined && kind !== undefined && isOpaque(url) && !named.has(url)) named.set(url, kind);
	}
	for (const block of context.page.blocks) {
		forEachInline(block, (runs) => {
			if (!hasLink(runs)) return;
			for (const [target, text] of linksOf(runs)) addLink(target, text, named.get(target.url) ?? null, links, context);
		});
	}
	return [...links.values()];
}

/** The links of an inline text, each with the runs of its text. */
function linksOf(runs: readonly Run[]): Map<LinkTarget, Run[]> {
	const found = new Map<LinkTarget, Run[]>();
	for (const run of runs) {
		if (run.link === null) continue;
		const known = found.get(run.link);
		if (known === undefined) found.set(run.link, [run]);
		else known.push(run);
	}
	return found;
}

function addLink(
	target: LinkTarget,
	runs: readonly Run[],
	named: LinkKind | null,
	links: Map<string, Link>,
	context: Context,
): void {
	const { url } = target;
	if (!/^(?:https?:\/\/|mailto:)\S/i.test(url)) {
		context.diagnostics.add('link-not-absolute', target, { actual: url });
		return;
	}
	if (links.has(url)) return;
	if (links.size >= context.limits.links) {
		context.diagnostics.add('limit-links', target, { actual: url, expected: `at most ${context.limits.links} links` });
		return;
	}
	const place = placeOf(runs) ?? target;
	const { kind } = readTarget(url);
	const link: Link = {
		url,
		text: textOf(runs),
		kind: kind === 'web' ? (named ?? kind) : kind,
		line: context.lines.line(place.start),
	};
	context.trace.note(link, 'url', target, 'links');
	context.trace.note(link, 'text', place, 'links');
	links.set(url, link);
}

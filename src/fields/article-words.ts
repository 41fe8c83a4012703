import { wordForm } from '../language/normal-form.ts';
import type { Language } from '../language/prepare.ts';
import type { Mention } from '../mentions/find-mentions.ts';
import { BULLETIN } from '../mentions/forms.ts';

const REACH = 80;

/** Whether the words around a bare number name a Knowledge Base article; gives the pack entry that says so. */
export function articleWordsAround(mention: Mention, readers: readonly Language[]): string | null {
	const { text } = mention.flow;
	const before = wordForm(text.slice(Math.max(0, mention.from - REACH), mention.from)).replace(
		/[\s("\u201C\u201E\u300C]+$/u,
		'',
	);
	const after = wordForm(text.slice(mention.to, mention.to + REACH)).replace(/^[\s)"\u201D]+/u, '');
	for (const reader of readers) {
		for (const article of reader.articles) {
			if (before.endsWith(article.before) && after.startsWith(article.after)) return article.source;
		}
	}
	return null;
}

/** How near the id of a bulletin stands to the number of its article. */
const NEAR = 120;

/** Whether a number stands in parentheses after the title of a bulletin: the bulletin's id stands beside it. */
export function standsAfterTitle({ flow, from, to }: Mention): boolean {
	const { text } = flow;
	if (!/[(\uFF08]\s*$/.test(text.slice(Math.max(0, from - 3), from)) || !/^\s*[)\uFF09]/.test(text.slice(to, to + 3)))
		return false;
	return text.slice(Math.max(0, from - NEAR), to + NEAR).search(BULLETIN) >= 0;
}

import type { Run } from '../page/block.ts';
import { flowOf, placeInFlow, sliceFlow } from '../page/flow.ts';
import { textOf } from '../page/plain-text.ts';
import type { Place } from '../text/place.ts';

export interface Headline {
	readonly text: string;
	readonly place: Place;
	/** Articles in parentheses. */
	readonly articles: readonly { readonly id: string; readonly place: Place }[];
}

/** Numbers in parentheses at the end, joined by one word or sign: `(958644)`, `(KB917537)`, `(925902 und 929969)`. */
const AT_END = /\s*[(\uFF08]\s*(?:KB|Q)?\s?\d{6,7}(?:\s*[\p{L},;/&]{1,8}\s*(?:KB|Q)?\s?\d{6,7})*\s*[)\uFF09][\s.]*$/iu;
const IN_BRACKETS = /[(\uFF08]\s*((?:KB|Q)?\s?\d{6,7}[^()\uFF08\uFF09]{0,24})[)\uFF09]/giu;

/** Reads the second title, without the number of the article at its end. */
export function readHeadline(runs: readonly Run[], place: Place): Headline | null {
	const flow = flowOf(runs);
	const end = AT_END.exec(flow.text)?.index ?? flow.text.length;
	const text = textOf(sliceFlow(flow, 0, end));
	if (text === '') return null;
	const articles: { id: string; place: Place }[] = [];
	for (const brackets of flow.text.matchAll(IN_BRACKETS)) {
		for (const number of (brackets[1] as string).matchAll(/\d{6,7}/g)) {
			const at = brackets.index + brackets[0].indexOf(brackets[1] as string) + number.index;
			articles.push({ id: number[0], place: placeInFlow(flow, at, at + number[0].length) });
		}
	}
	return { text, place: end > 0 ? placeInFlow(flow, 0, end) : place, articles };
}

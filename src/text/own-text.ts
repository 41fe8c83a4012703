/**
 * The same text, in memory of its own. A piece of a text keeps all of that text alive as long as it lives itself: what
 * outlives its page, such as a word that is remembered, must not be a piece of the page.
 */
export function ownText(text: string): string {
	return ` ${text}`.slice(1);
}

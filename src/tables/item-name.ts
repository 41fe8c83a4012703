import type { Language } from '../language/prepare.ts';
import { readProducts } from '../products/read-product.ts';
import { cutAsides } from './names-in-text.ts';

const PARTING = /\s+[\u2013\u2014-]+\s*|\s*[:\uFF1A]\s*/g;
const SENTENCE = /\p{L}.*[.\u3002]$/su;

/**
 * The name that a list item prints, without what a dash or a colon parts from it: a sentence ("see the questions for
 * this version"), or words that make no difference to what is named. A full stop behind a name goes too.
 */
export function withoutRemark(printed: string, readers: readonly Language[]): string {
	const bare = printed.replace(/(?<=[\p{L}\d)\uFF09])\.$/u, '');
	const name = bare === printed || isNamed(bare, readers) ? bare : printed;
	const whole = readingOf(name, readers);
	for (const match of name.matchAll(PARTING)) {
		const before = name.slice(0, match.index);
		const behind = printed.slice(match.index + match[0].length);
		if (!isNamed(before, readers)) continue;
		if (SENTENCE.test(behind) || readingOf(before, readers) === whole) return before;
	}
	return name;
}

/** A name, without its asides where only so it is understood: they name no other product. */
export function understood(name: string, readers: readonly Language[]): string {
	const bare = cutAsides(name).text;
	const isKnown = (text: string) => readProducts({ name: text }, readers).leftover === '';
	return bare !== name && !isKnown(name) && isKnown(bare) ? bare : name;
}

/** Whether a text is understood as a whole, and names something. */
export function isNamed(text: string, readers: readonly Language[]): boolean {
	const { products, components, leftover } = readProducts({ name: understood(text, readers) }, readers);
	return leftover === '' && products.length + components.length > 0;
}

function readingOf(text: string, readers: readonly Language[]): string {
	const { products, components } = readProducts({ name: understood(text, readers) }, readers);
	return JSON.stringify([products, components].map((named) => named.map(({ name }) => name)));
}

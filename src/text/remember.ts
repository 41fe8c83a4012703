import { ownText } from './own-text.ts';

/**
 * Makes something of texts that come again and again, on one page and on the next, and remembers what it made of up to
 * `most` of them, of those that have at most `longest` UTF-16 units: longer ones seldom come again. Keeps no page alive
 * that a text is a piece of.
 */
export function remember<Value>(
	make: (text: string) => Value,
	most: number,
	longest: number = Number.POSITIVE_INFINITY,
): (text: string) => Value {
	const made = new Map<string, Value>();
	return (text) => {
		if (text.length > longest) return make(text);
		const known = made.get(text);
		if (known !== undefined) return known;
		const own = ownText(text);
		const value = make(own);
		if (made.size >= most) made.clear();
		made.set(own, value);
		return value;
	};
}

/** As `remember`, for what is made of a text with something else, such as the packs that read a page. */
export function rememberWith<Key extends object, Value>(
	make: (text: string, key: Key) => Value,
	most: number,
	longest?: number,
): (text: string, key: Key) => Value {
	const byKey = new WeakMap<Key, (text: string) => Value>();
	return (text, key) => {
		let made = byKey.get(key);
		if (made === undefined) {
			made = remember((own) => make(own, key), most, longest);
			byKey.set(key, made);
		}
		return made(text);
	};
}

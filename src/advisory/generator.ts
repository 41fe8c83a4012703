import type { LocalePack } from '../language/pack.ts';

/** The package's version; a test holds it to `package.json`. */
export const VERSION = '0.1.0';

/** FNV-1a: enough to tell two states of the data apart, and the same in every runtime. */
function hash(text: string): string {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		value ^= text.charCodeAt(at);
		value = Math.imul(value, 0x01000193);
	}
	return (value >>> 0).toString(16).padStart(8, '0');
}

/** Version, and a hash of all data that decides values: what records of two runs must share to be equal. */
export const generatorOf = (packs: readonly LocalePack[], products: unknown): string =>
	`technet-advisory/${VERSION}+${hash(JSON.stringify([packs, products]))}`;

/** A run of `*` or `_` in an inline text. Consumed from the left as a closer, from the right as an opener. */
export interface Delimiter {
	/** Index of its token. */
	readonly token: number;
	readonly mark: string;
	readonly length: number;
	readonly canOpen: boolean;
	readonly canClose: boolean;
	left: number;
	right: number;
	active: boolean;
}

export interface Emphasis {
	/** Tokens of the delimiters: what lies between them is emphasized. */
	readonly open: number;
	readonly close: number;
	readonly strong: boolean;
}

const rest = (delimiter: Delimiter): number => delimiter.length - delimiter.left - delimiter.right;

/** CommonMark's "process emphasis" over the delimiters from index `bottom` on. */
export function pairDelimiters(delimiters: Delimiter[], bottom: number, found: Emphasis[]): void {
	const floor = new Map<string, number>();
	for (let at = bottom; at < delimiters.length; at++) {
		const closer = delimiters[at] as Delimiter;
		while (closer.active && closer.canClose && rest(closer) > 0) {
			const key = `${closer.mark}${closer.canOpen}${closer.length % 3}`;
			const opener = findOpener(delimiters, at, Math.max(bottom, floor.get(key) ?? bottom), closer);
			if (opener === null) {
				floor.set(key, at);
				if (!closer.canOpen) closer.active = false;
				break;
			}
			const taken = rest(delimiters[opener] as Delimiter) >= 2 && rest(closer) >= 2 ? 2 : 1;
			const partner = delimiters[opener] as Delimiter;
			partner.right += taken;
			closer.left += taken;
			found.push({ open: partner.token, close: closer.token, strong: taken === 2 });
			for (let between = opener + 1; between < at; between++) (delimiters[between] as Delimiter).active = false;
		}
	}
	for (let at = bottom; at < delimiters.length; at++) (delimiters[at] as Delimiter).active = false;
}

function findOpener(delimiters: readonly Delimiter[], at: number, floor: number, closer: Delimiter): number | null {
	for (let index = at - 1; index >= floor; index--) {
		const opener = delimiters[index] as Delimiter;
		if (!opener.active || !opener.canOpen || opener.mark !== closer.mark || rest(opener) === 0) continue;
		const odd =
			(opener.canClose || closer.canOpen) &&
			(opener.length + closer.length) % 3 === 0 &&
			(opener.length % 3 !== 0 || closer.length % 3 !== 0);
		if (!odd) return index;
	}
	return null;
}

/**
 * Pairs the `**` that CommonMark's flanking rule left literal, in printed order: `**Label:**text`,
 * a blank before the closing stars, bold over nothing.
 */
export function pairLeftovers(delimiters: readonly Delimiter[], found: Emphasis[]): void {
	let open: Delimiter | null = null;
	for (const delimiter of delimiters) {
		if (delimiter.mark !== '*' || rest(delimiter) < 2) continue;
		if (open === null) {
			// bold over nothing, both its ends in one run
			if (rest(delimiter) === 4) {
				delimiter.left += 2;
				delimiter.right += 2;
			} else open = delimiter;
			continue;
		}
		open.right += 2;
		delimiter.left += 2;
		found.push({ open: open.token, close: delimiter.token, strong: true });
		open = rest(delimiter) >= 2 ? delimiter : null;
	}
}

/** Marks what lies within the ranges. They may lie within each other by the thousand: each is two steps of one walk. */
export function layEmphases(
	ranges: readonly Emphasis[],
	tokens: readonly { strong: boolean; emphasis: boolean }[],
): void {
	if (ranges.length === 0) return;
	const strong = new Array<number>(tokens.length + 1).fill(0);
	const emphasis = new Array<number>(tokens.length + 1).fill(0);
	for (const range of ranges) {
		const steps = range.strong ? strong : emphasis;
		steps[range.open + 1] = (steps[range.open + 1] as number) + 1;
		steps[range.close] = (steps[range.close] as number) - 1;
	}
	let bold = 0;
	let italic = 0;
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index] as (typeof tokens)[number];
		bold += strong[index] as number;
		italic += emphasis[index] as number;
		if (bold > 0) token.strong = true;
		if (italic > 0) token.emphasis = true;
	}
}

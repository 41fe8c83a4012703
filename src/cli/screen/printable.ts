/**
 * Text of a page for a terminal: controls, which could move its cursor or change its state, and marks that turn the
 * direction of a line are shown as blanks, UTF-16 unit for unit, so that columns stay true.
 */
export function printable(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

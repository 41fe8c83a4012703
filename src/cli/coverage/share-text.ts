/** `98.3`: a share as percent; `100` and `-` only where it is all and nothing. */
export function shareText(part: number, whole: number): string {
	if (part === 0) return '-';
	if (part === whole) return '100';
	return Math.min(99.9, Math.max(0.1, (part / whole) * 100)).toFixed(1);
}

import { readTarget } from '../mentions/target.ts';
import type { Check } from './check.ts';

const KINDS = { cve: 'cve', bulletin: 'bulletin', kb: 'kb', number: 'kb' } as const;

/** A link's text and its target should name the same article, CVE or bulletin. The text is what the record takes. */
export const checkLinkTexts: Check = ({ mentions, diagnostics }) => {
	for (const { kind, id, link, printed, start, end } of mentions) {
		if (!printed || link === null || !(kind in KINDS)) continue;
		const target = readTarget(link.url);
		if (target.id === null || target.kind !== KINDS[kind as keyof typeof KINDS] || target.id === id) continue;
		diagnostics.add('link-text-differs', { start, end }, { actual: id, expected: target.id });
	}
};

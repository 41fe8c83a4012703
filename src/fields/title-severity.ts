import type { Severity } from '../advisory/words.ts';
import { readTitleId } from '../identity/title-id.ts';
import { labelForm } from '../language/normal-form.ts';
import { firstEntry } from '../language/phrases.ts';
import type { Context } from './context.ts';

/** A sign and words behind the id: `MS08-067 - Critical`, `MS08-067 (Critical)`. */
const BEHIND_ID = /^[\s\p{Z}]*[\p{Pd}\u2212:\uFF1A(\uFF08][\s\p{Z}]*(?=\S)/u;

export interface TitleSeverity {
	/** `null` where no pack knows the words as a rating. */
	readonly severity: Severity | null;
	/** What stands behind the id. */
	readonly printed: string;
	readonly source: string | null;
}

/** The rating that a bulletin's title prints behind the id; `null` where it prints none. */
export function readTitleSeverity({ envelope, identity, language }: Context): TitleSeverity | null {
	if (identity.kind !== 'bulletin' || envelope.title === null) return null;
	const { text } = envelope.title;
	const id = readTitleId(text);
	if (id === null) return null;
	const behind = text.slice(id.end);
	const sign = BEHIND_ID.exec(behind);
	const printed = sign === null ? '' : behind.slice(sign[0].length).trim();
	const form = labelForm(printed);
	if (form === '') return null;
	const entry = firstEntry(language.readers, ({ severity }) => severity, form);
	return { severity: entry?.meaning ?? null, printed, source: entry?.source ?? null };
}

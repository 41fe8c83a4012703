import type { Source } from '../advisory/schema.ts';
import type { Context } from './context.ts';

/** Where the page came from: front matter, footer, and the bytes themselves. */
export function readSource({ page, text, path, envelope, trace }: Context): Source {
	const source: Source = {
		path: path?.replaceAll('\\', '/') ?? null,
		format: page.format,
		url: null,
		contentKeyId: null,
		assetId: null,
		tocTitle: null,
		date: null,
		builtAt: envelope.footer?.builtAt ?? null,
		sha256: null,
		encoding: text.encoding,
		bytes: text.bytes,
	};
	const keys = [
		['url', ['ms:mtpsurl']],
		['contentKeyId', ['ms:contentKeyID']],
		['assetId', ['ms:assetid', 'ms.assetid']],
		['tocTitle', ['TOCTitle']],
		['date', ['ms:date', 'ms.date']],
	] as const;
	for (const [field, names] of keys) {
		const name = names.find((key) => (page.matter.get(key)?.value ?? '') !== '');
		const value = name === undefined ? undefined : page.matter.get(name);
		if (value === undefined) continue;
		source[field] = field === 'date' ? readMatterDate(value.value) : value.value.normalize('NFC');
		trace.note(source, field, value, 'source');
	}
	if (envelope.footer !== null) trace.note(source, 'builtAt', envelope.footer.place, 'source');
	return source;
}

/** Front matter writes month/day/year; anything else is no date. */
function readMatterDate(value: string): string | null {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
	if (match === null) return null;
	const [month, day, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

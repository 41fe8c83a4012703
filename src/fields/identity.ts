import { candidate, type FieldReader } from './candidate.ts';
import { readSource } from './source.ts';

/** Ids, locale, titles and the source. */
export const identityReader: FieldReader = {
	name: 'identity',
	read(context) {
		const { identity, language, envelope } = context;
		const source = readSource(context);
		const locale = identity.locale ?? language.language?.locale ?? 'und';
		const recordId = `${identity.id}_${locale}`.toLowerCase();
		const contentKey = source.contentKeyId?.replace(/[^a-z0-9_-]/gi, '').toLowerCase() ?? '';
		const witness = identity.witnesses[0];
		const { title, headline } = envelope;
		return [
			candidate('generator', context.generator),
			candidate('key', contentKey === '' ? recordId : `${recordId}_${contentKey}`),
			candidate('recordId', recordId),
			candidate('id', identity.id, witness?.place ?? null, null, witness?.from),
			candidate('kind', identity.kind),
			candidate('locale', locale),
			candidate('language', language.language?.locale ?? null),
			candidate('title', title?.text ?? '', title?.place ?? null),
			candidate('headline', headline?.text ?? null, headline?.place ?? null),
			candidate('source', source),
		];
	},
};

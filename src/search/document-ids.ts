import { bulletinId, cveId, researchId } from '../mentions/forms.ts';

/** An id as somebody typed it. */
export interface TypedId {
	readonly form: 'document' | 'article' | 'cve' | 'number';
	/** In the spelling of records: `MS08-067`, `958644`, `CVE-2008-4250`. */
	readonly id: string;
}

const DASH = '[-\\s_\\u2010-\\u2015\\u2212]{0,2}';
const MONTHS = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';
const BULLETIN = new RegExp(`^MS${DASH}(\\d\\d)${DASH}(\\d{3})$`);
const SUMMARY = new RegExp(`^MS${DASH}(\\d\\d)${DASH}(${MONTHS})(?:${DASH}([A-Z0-9]+))?$`);
const RESEARCH = new RegExp(`^MSVR${DASH}(\\d\\d)${DASH}(\\d{3})$`);
const CVE = new RegExp(`^(?:CVE|CAN)${DASH}((?:19|20)\\d\\d)${DASH}(\\d{4,7})$`);
const ARTICLE = new RegExp(`^(?:KB|Q)${DASH}(\\d{5,7})$`);
/** An article's or an advisory's. */
const NUMBER = /^\d{6,7}$/;

/** Reads an id in any spelling: `ms08 067`, `KB 958644`, `CAN-2005-2127`, full-width letters; `null` for other words. */
export function readId(typed: string): TypedId | null {
	const text = typed.normalize('NFKC').trim().toUpperCase();
	const [, year, number] = BULLETIN.exec(text) ?? [];
	if (year !== undefined) return { form: 'document', id: bulletinId(year, number ?? '') };
	const [, summaryYear, month, part] = SUMMARY.exec(text) ?? [];
	if (summaryYear !== undefined) {
		return { form: 'document', id: `MS${summaryYear}-${month}${part === undefined ? '' : `-${part}`}` };
	}
	const [, researchYear, research] = RESEARCH.exec(text) ?? [];
	if (researchYear !== undefined) return { form: 'document', id: researchId(researchYear, research ?? '') };
	const [, cveYear, cve] = CVE.exec(text) ?? [];
	if (cveYear !== undefined) return { form: 'cve', id: cveId(cveYear, cve ?? '') };
	const [, article] = ARTICLE.exec(text) ?? [];
	if (article !== undefined) return { form: 'article', id: article };
	return NUMBER.test(text) ? { form: 'number', id: text } : null;
}

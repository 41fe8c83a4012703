/**
 * The forms in which pages print the ids of the field, and what they say in one spelling. Each begins with letters of
 * its own and looks back from there: so a search passes over all other letters at once.
 */

/** `CVE-2008-4250`, `CAN-2005-2127`, any dash, one missing too. */
export const CVE =
	/\b(?:CVE|CAN)\s?[-\u2010-\u2015\u2212]?\s?((?:19|20)\d\d)\s?[-\u2010-\u2015\u2212]?\s?(\d{4,7})(?!\d)/gi;
/** `MS08-067`, `MS16--025`, `ms08_067`, `MS08067` in addresses. */
export const BULLETIN = /MS(?<![A-Za-z0-9]MS)(9[89]|0\d|1[0-7])[-_\u2010-\u2015\u2212]{0,2}(\d{3})(?![0-9])/gi;
export const VULNERABILITY_RESEARCH = /MSVR(?<![A-Za-z0-9]MSVR)(\d\d)[-_\u2010-\u2015\u2212]?(\d{3})(?!\d)/gi;
/** `KB958644`, `KB 958644`, `Q316333`, and `kb936507` in the names of files. */
export const ARTICLE = /(?:KB(?<![A-Za-z0-9]KB)[\s\u00A0]?|Q(?<![A-Za-z0-9]Q)|kb(?<=-kb))(\d{6,7})(?!\d)/g;
/** A number that may be an article's or an advisory's. */
export const NUMBER = /(\d(?<![\w.\-/\\=%{#]\d)\d{5,6})(?![\w%}])(?!-\w|\.\d)/g;

export const cveId = (year: string, number: string): string => `CVE-${year}-${number}`;
/** The CVEs that a text prints, each once. */
export const cvesIn = (text: string): string[] => [
	...new Set([...text.matchAll(CVE)].map((match) => cveId(match[1] as string, match[2] as string))),
];
export const bulletinId = (year: string, number: string): string => `MS${year}-${number}`;
export const researchId = (year: string, number: string): string => `MSVR${year}-${number}`;

/** All years of two digits on these pages lie between 1998 and 2018. */
export const fullYear = (year: string): number => (Number(year) >= 98 ? 1900 : 2000) + Number(year);

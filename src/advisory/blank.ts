import { CONTRACT_VERSION } from './contract-version.ts';
import type { Advisory } from './schema.ts';

/**
 * The one record from which records of all kinds are made: every key in the contract's order, `null` and `[]` as
 * values. Facts that are never `null` (`id`, `key`, `title` …) are `''`, which the schema rejects until they are set.
 */
export function blankAdvisory(): Advisory {
	return {
		schema: CONTRACT_VERSION,
		generator: '',
		key: '',
		recordId: '',
		id: '',
		kind: 'advisory',
		locale: '',
		language: null,
		title: '',
		headline: null,
		published: null,
		updated: null,
		version: null,
		severity: null,
		impacts: [],
		summary: null,
		recommendation: null,
		restart: null,
		knownIssues: null,
		kb: [],
		cves: [],
		bulletins: [],
		affectedSoftware: [],
		notAffectedSoftware: [],
		unjoinedRatings: [],
		vulnerabilities: [],
		replaces: [],
		faq: [],
		mitigations: [],
		workarounds: [],
		acknowledgments: [],
		revisions: [],
		links: [],
		sections: [],
		productFamilies: [],
		source: {
			path: null,
			format: 'markdown',
			url: null,
			contentKeyId: null,
			assetId: null,
			tocTitle: null,
			date: null,
			builtAt: null,
			sha256: null,
			encoding: 'utf-8',
			bytes: 0,
		},
	};
}

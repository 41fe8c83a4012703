/** The closed sets of the contract, in the order in which records and documentation list them. */
export const KINDS = ['advisory', 'bulletin', 'summary', 'vulnerability-research'] as const;
export type Kind = (typeof KINDS)[number];

/** Highest first. */
export const SEVERITIES = ['critical', 'important', 'moderate', 'low', 'none'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const IMPACTS = [
	'remote-code-execution',
	'elevation-of-privilege',
	'denial-of-service',
	'information-disclosure',
	'spoofing',
	'tampering',
	'security-feature-bypass',
	'defense-in-depth',
	'cross-site-scripting',
	'other',
] as const;
export type Impact = (typeof IMPACTS)[number];

export const KB_ROLES = ['page', 'update', 'replaced', 'mention'] as const;
export type KbRole = (typeof KB_ROLES)[number];

export const LINK_KINDS = ['kb', 'cve', 'bulletin', 'advisory', 'download', 'mail', 'web'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const RESTARTS = ['required', 'maybe', 'not-required'] as const;
export type Restart = (typeof RESTARTS)[number];

export const RATING_STATUSES = ['rated', 'not-applicable', 'not-affected'] as const;
export type RatingStatus = (typeof RATING_STATUSES)[number];

/** What a section is about. The set is closed; `other` keeps title and text of what none of the kinds fits. */
export const SECTION_KINDS = [
	'summary',
	'purpose',
	'recommendation',
	'general-information',
	'advisory-details',
	'references',
	'affected-software',
	'non-affected-software',
	'severity-ratings',
	'exploitability-index',
	'replaced-bulletins',
	'known-issues',
	'faq',
	'vulnerability-information',
	'vulnerability',
	'technical-description',
	'mitigating-factors',
	'workarounds',
	'workaround-impact',
	'suggested-actions',
	'additional-actions',
	'update-information',
	'detection-and-deployment',
	'deployment',
	'deployment-platform',
	'prerequisites',
	'installation',
	'restart',
	'removal',
	'file-information',
	'verification',
	'bulletin-list',
	'other-information',
	'acknowledgments',
	'mapp',
	'resources',
	'feedback',
	'support',
	'disclaimer',
	'revisions',
	'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

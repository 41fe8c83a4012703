import type { FieldReader } from './candidate.ts';
import { datesReader } from './dates.ts';
import { identityReader } from './identity.ts';
import { itemsReader } from './items.ts';
import { knownIssuesReader } from './known-issues.ts';
import { linksReader } from './links.ts';
import { overallRatingReader } from './overall-rating.ts';
import { questionsReader } from './questions.ts';
import { referencesReader } from './references.ts';
import { replacementsReader } from './replacements.ts';
import { restartReader } from './restart.ts';
import { revisionsReader } from './revisions.ts';
import { sectionsReader } from './sections.ts';
import { softwareReader } from './software.ts';
import { textsReader } from './texts.ts';
import { vulnerabilitiesReader } from './vulnerabilities.ts';

/** Every reader of fields, in the order in which they read. */
export const FIELD_READERS: readonly FieldReader[] = [
	identityReader,
	datesReader,
	textsReader,
	referencesReader,
	softwareReader,
	overallRatingReader,
	replacementsReader,
	restartReader,
	knownIssuesReader,
	vulnerabilitiesReader,
	questionsReader,
	itemsReader,
	revisionsReader,
	linksReader,
	sectionsReader,
];

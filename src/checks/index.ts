import type { Context } from '../fields/context.ts';
import type { Settled } from '../fields/settle.ts';
import type { Check } from './check.ts';
import { checkDateline } from './dateline.ts';
import { checkDatelineAndRevisions } from './dateline-and-revisions.ts';
import { checkId } from './id.ts';
import { checkLanguage } from './language.ts';
import { checkLinkTexts } from './link-texts.ts';
import { checkPublicationAndRevisions } from './publication-and-revisions.ts';
import { checkRevisionOrder } from './revision-order.ts';
import { checkSecondDateline } from './second-dateline.ts';
import { checkSwappedDates } from './swapped-dates.ts';
import { checkTitleSeverity } from './title-severity.ts';
import { checkUpdateOrder } from './update-order.ts';
import { checkWeekdays } from './weekdays.ts';

/** Every check, in the order in which they are run. */
const CHECKS: readonly Check[] = [
	checkId,
	checkLanguage,
	checkDateline,
	checkSecondDateline,
	checkWeekdays,
	checkUpdateOrder,
	checkRevisionOrder,
	checkPublicationAndRevisions,
	checkDatelineAndRevisions,
	checkSwappedDates,
	checkTitleSeverity,
	checkLinkTexts,
];

export function runChecks(context: Context, settled: Settled): void {
	for (const check of CHECKS) check(context, settled);
}

import { collectDiagnostics, type Detail } from '../diagnostic/collector.ts';
import { RULES, type RuleId } from '../diagnostic/rules.ts';
import { beyond } from '../limits.ts';
import { indexLines } from '../text/text.ts';
import type { ArchiveResult } from './archive-result.ts';
import type { UnreadablePage } from './read-pages.ts';

/** Rules of rejects for what befell a page on its thread; another run may have more luck or more time. */
export const FAULTS: readonly RuleId[] = ['page-timeout', 'page-memory', 'worker-died'];

/** A page that is rejected for what befell the run, not for what it contains. */
export function rejectPage(
	path: string,
	bytes: number,
	rule: RuleId,
	problem: string,
	detail: Detail = { actual: problem },
): ArchiveResult {
	const diagnostics = collectDiagnostics(indexLines(''));
	const { meaning } = RULES[rule];
	const message = problem === '' ? meaning : `${meaning.slice(0, -1)}: ${problem.replace(/\.$/, '')}.`;
	diagnostics.add(rule, null, { ...detail, message });
	return { advisory: null, diagnostics: diagnostics.finish(), path, bytes };
}

/** What becomes of a page that was not read. */
export function rejectUnread({ path, problem, oversize, listed = '' }: UnreadablePage): ArchiveResult {
	const said = [problem, listed].filter((text) => text !== '').join(', ');
	return oversize === undefined
		? rejectPage(path, 0, 'unreadable', said, { actual: problem })
		: rejectPage(path, 0, 'too-large', said, beyond(oversize.size, oversize.limit));
}

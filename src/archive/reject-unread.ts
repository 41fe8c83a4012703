import { collectDiagnostics } from '../diagnostic/collector.ts';
import { RULES } from '../diagnostic/rules.ts';
import { beyond } from '../limits.ts';
import { indexLines } from '../text/text.ts';
import type { ArchiveResult } from './archive-result.ts';
import type { UnreadablePage } from './read-pages.ts';

/** What becomes of a page that was not read. */
export function rejectUnread({ path, problem, oversize }: UnreadablePage): ArchiveResult {
	const diagnostics = collectDiagnostics(indexLines(''));
	const rule = oversize === undefined ? 'unreadable' : 'too-large';
	const { meaning } = RULES[rule];
	diagnostics.add(rule, null, {
		...(oversize === undefined ? { actual: problem } : beyond(oversize.size, oversize.limit)),
		message: problem === '' ? meaning : `${meaning.slice(0, -1)}: ${problem}.`,
	});
	return { advisory: null, diagnostics: diagnostics.finish(), path, bytes: 0 };
}

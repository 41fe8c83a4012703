import type { ParseResult } from '../../options.ts';
import type { LineIndex } from '../../text/text.ts';
import type { Paint } from '../screen/paint.ts';
import { diagnosticLines } from './diagnostics.ts';
import { headerLines } from './header.ts';
import { faqLines, itemLines } from './items.ts';
import { sectionLines } from './sections.ts';
import { revisionTable, softwareTable, unjoinedTable, vulnerabilityTable } from './tables.ts';

interface Part {
	readonly title: string;
	readonly count: number;
	readonly text: string;
}

/** A result as text for the screen, `width` columns wide; parts that the page does not have are left out. */
export function inspectPage(result: ParseResult, source: LineIndex, paint: Paint, width: number): string {
	const { advisory, diagnostics } = result;
	const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
	const parts: Part[] = [];
	const add = (title: string, count: number, text: () => string): void => {
		if (count > 0) parts.push({ title, count, text: text() });
	};
	let head = `${paint('red', 'rejected')}: this page gives no record\n`;
	if (advisory !== null) {
		const { sections, affectedSoftware, notAffectedSoftware, unjoinedRatings, vulnerabilities, faq } = advisory;
		const { mitigations, workarounds, acknowledgments, revisions } = advisory;
		head = joined(headerLines(advisory, paint, width));
		add('Sections', sections.length, () => joined(sectionLines(advisory, paint, width)));
		add('Affected software', affectedSoftware.length, () => softwareTable(affectedSoftware, paint, width));
		add('Not affected software', notAffectedSoftware.length, () => softwareTable(notAffectedSoftware, paint, width));
		add('Ratings without a row', unjoinedRatings.length, () => unjoinedTable(unjoinedRatings, paint, width));
		add('Vulnerabilities', vulnerabilities.length, () => vulnerabilityTable(vulnerabilities, paint, width));
		add('Questions', faq.length, () => joined(faqLines(advisory, paint, width)));
		add('Mitigating factors', mitigations.length, () => joined(itemLines(mitigations, width)));
		add('Workarounds', workarounds.length, () => joined(itemLines(workarounds, width)));
		add('Acknowledgments', acknowledgments.length, () => joined(itemLines(acknowledgments, width)));
		add('Revisions', revisions.length, () => revisionTable(revisions, paint, width));
	}
	add('Diagnostics', diagnostics.length, () => joined(diagnosticLines(diagnostics, source, paint, width)));
	return head + parts.map(({ title, count, text }) => `\n${paint('bold', `${title} (${count})`)}\n${text}`).join('');
}

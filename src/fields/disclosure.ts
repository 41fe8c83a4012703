import type { FaqEntry } from '../advisory/schema.ts';
import { labelForm } from '../language/normal-form.ts';
import { ANYWHERE, lookUp } from '../language/phrases.ts';
import type { Language, QuestionKind } from '../language/prepare.ts';
import { readYesOrNo } from '../tables/vulnerability-table.ts';

/** What the answer to a standing question begins with: yes or no; `null` where neither, or the question is not there. */
export function readDisclosure(
	kind: QuestionKind,
	entries: readonly FaqEntry[],
	readers: readonly Language[],
): boolean | null {
	for (const { question, answer } of entries) {
		const form = labelForm(question);
		if (!readers.some((reader) => lookUp(reader.questions, form, ANYWHERE)?.meaning === kind)) continue;
		const said = readYesOrNo(answer, readers);
		if (said !== null) return said;
	}
	return null;
}

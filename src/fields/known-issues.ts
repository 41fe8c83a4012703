import { labelForm } from '../language/normal-form.ts';
import { ANYWHERE, lookUp } from '../language/phrases.ts';
import { blocksText } from '../outline/section-text.ts';
import { candidate, type FieldReader } from './candidate.ts';
import { readArticles } from './references.ts';

/** The run-in about known issues: its text, and the articles that it names. */
export const knownIssuesReader: FieldReader = {
	name: 'known-issues',
	read(context) {
		const section = context.sections.find((candidate) => candidate.kind === 'known-issues');
		const [first, last] = [section?.blocks[0], section?.blocks.at(-1)];
		if (section === undefined || first === undefined || last === undefined) return [];
		const text = blocksText(section.blocks);
		// remarks may follow a "none"
		const form = labelForm(blocksText([first]));
		const none = context.language.readers.some((reader) => lookUp(reader.cells, form, ANYWHERE)?.meaning === 'none');
		const articles = new Set(readArticles(context).map(({ id }) => id));
		const within = context.mentions.filter(
			({ id, kind, start, end }) =>
				(kind === 'kb' || kind === 'number') &&
				articles.has(id) &&
				section.blocks.some((block) => start >= block.start && end <= block.end),
		);
		const value = { kb: [...new Set(within.map(({ id }) => id))], text: none ? null : text };
		return [candidate('knownIssues', value, { start: first.start, end: last.end }, section.source, section.opening)];
	},
};

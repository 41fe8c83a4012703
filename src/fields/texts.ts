import { isWithin, type Section } from '../outline/section.ts';
import { blocksText } from '../outline/section-text.ts';
import type { Block } from '../page/block.ts';
import type { Place } from '../text/place.ts';
import { type Candidate, candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';

/** Summary and recommendation: the own texts of their sections. */
export const textsReader: FieldReader = {
	name: 'texts',
	read: (context) => [...readSummary(context), ...readRecommendation(context)],
};

/** The executive summary's own text, else the untitled introduction. */
function readSummary({ sections }: Context): Candidate[] {
	const summaries = sections.filter((section) => section.kind === 'summary' && section.blocks.length > 0);
	const titled = summaries.filter((section) => section.title !== null);
	const untitled = summaries.filter((section) => section.title === null);
	// above the general information of 2004 to 2007 a summary of labels and values has the same title
	const executive = titled.filter((section) => isWithin(section, 'general-information'));
	return [...executive, ...titled, ...untitled].flatMap((section) => ownText('summary', section, section.blocks));
}

/** The text of the recommendation, up to the first table. */
function readRecommendation({ sections }: Context): Candidate[] {
	return sections
		.filter((section) => section.kind === 'recommendation')
		.flatMap((section) => {
			const table = section.blocks.findIndex((block) => block.kind === 'table');
			return ownText('recommendation', section, table < 0 ? section.blocks : section.blocks.slice(0, table));
		});
}

function ownText(field: 'summary' | 'recommendation', section: Section, blocks: readonly Block[]): Candidate[] {
	const text = blocksText(blocks);
	return text === '' ? [] : [candidate(field, text, placeOfBlocks(blocks), section.source, section.opening)];
}

const placeOfBlocks = (blocks: readonly Block[]): Place => ({
	start: (blocks[0] as Block).start,
	end: (blocks.at(-1) as Block).end,
});

import type { Section as SectionRecord } from '../advisory/schema.ts';
import { isWithin, type Section } from '../outline/section.ts';
import { blocksText } from '../outline/section-text.ts';
import { candidate, type FieldReader } from './candidate.ts';
import type { Context } from './context.ts';

/** The tree of the body's sections. */
export const sectionsReader: FieldReader = {
	name: 'sections',
	read(context) {
		const roots: SectionRecord[] = [];
		const stack = [...context.roots].reverse().map((section) => ({ section, into: roots, level: 1 }));
		for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
			const { section, into, level } = next;
			const record = makeRecord(section, level, context);
			into.push(record);
			for (const child of [...section.children].reverse())
				stack.push({ section: child, into: record.children, level: level + 1 });
		}
		return [candidate('sections', roots)];
	},
};

function makeRecord(section: Section, level: number, context: Context): SectionRecord {
	const { kind, title, place } = section;
	const record: SectionRecord = {
		kind,
		title,
		level,
		text: blocksText(section.blocks),
		line: context.lines.line(place.start),
		children: [],
	};
	// a question among questions needs no kind
	if (kind === 'other' && !(isWithin(section, 'faq') && /[?\uFF1F]$/.test(title ?? '')))
		context.diagnostics.add('unknown-heading', place, { actual: title });
	context.trace.note(record, 'kind', place, 'outline', section.source);
	context.trace.note(record, 'title', title === null ? null : place, 'outline', section.source);
	const first = section.blocks[0];
	const last = section.blocks.at(-1);
	if (first !== undefined && last !== undefined)
		context.trace.note(record, 'text', { start: first.start, end: last.end }, 'outline');
	return record;
}

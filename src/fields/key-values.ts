import type { SectionKind } from '../advisory/words.ts';
import type { ColumnRole } from '../language/pack.ts';
import type { Language } from '../language/prepare.ts';
import type { Section } from '../outline/section.ts';
import type { Run, Table } from '../page/block.ts';
import { flowOf, sliceFlow } from '../page/flow.ts';
import { linesOf } from '../page/lines.ts';
import { hasText, placeOf, textOf } from '../page/plain-text.ts';
import { readRole } from '../tables/header.ts';
import type { Place } from '../text/place.ts';
import type { Context } from './context.ts';
import { LONGEST_LABEL, labelledRows } from './labelled-rows.ts';

/** What a page says of itself behind a label: `**Maximum Severity Rating:** Critical`. */
export interface KeyValue {
	readonly role: KeyRole;
	/** On one line. */
	readonly text: string;
	readonly place: Place;
	/** The pack entry of the label. */
	readonly source: string;
}

const KEY_ROLES = ['severity', 'impact', 'severity-and-impact', 'replaces'] as const satisfies readonly ColumnRole[];
export type KeyRole = (typeof KEY_ROLES)[number];

/** Where labels are about the page; elsewhere they are about one vulnerability, workaround or update. */
const ABOUT_THE_PAGE: ReadonlySet<SectionKind> = new Set([
	'summary',
	'purpose',
	'recommendation',
	'general-information',
	'advisory-details',
	'affected-software',
	'non-affected-software',
	'known-issues',
]);

const made = new WeakMap<Context, readonly KeyValue[]>();

/** The labelled lines and rows about the page, in printed order. Those of a summary are about its bulletins: none. */
export function readKeyValues(context: Context): readonly KeyValue[] {
	let found = made.get(context);
	if (found === undefined) {
		const { readers } = context.language;
		const sections = context.identity.kind === 'summary' ? [] : context.sections;
		found = sections.flatMap((section) => readSection(section, readers));
		made.set(context, found);
	}
	return found;
}

function readSection(section: Section, readers: readonly Language[]): KeyValue[] {
	if (section.kind === 'replaced-bulletins') {
		const [first] = section.blocks;
		const runs = first?.kind === 'paragraph' ? first.runs : [];
		return makeKeyValue('replaces', runs, section.source ?? 'outline');
	}
	const isAbout = ABOUT_THE_PAGE.has(section.kind) || (section.kind === 'other' && section.parent === null);
	if (!isAbout) return [];
	let open: { readonly role: KeyRole; readonly source: string } | null = null;
	const found: KeyValue[] = [];
	for (const block of section.blocks) {
		const labelled: LabelledRuns[] = block.kind === 'paragraph' ? readLines(block.runs, readers) : [];
		// a label that stands alone is that of the paragraph below
		if (open !== null && block.kind === 'paragraph' && labelled.length === 0) {
			found.push(...makeKeyValue(open.role, block.runs, open.source));
		}
		const last = labelled.at(-1);
		open = last !== undefined && !hasText(last.runs) ? last : null;
		found.push(...labelled.flatMap(({ role, runs, source }) => makeKeyValue(role, runs, source)));
		if (block.kind === 'table') found.push(...readRows(block.table, readers));
	}
	return found;
}

function makeKeyValue(role: KeyRole, runs: readonly Run[], source: string): KeyValue[] {
	const place = placeOf(runs);
	return place === null ? [] : [{ role, text: textOf(runs).replace(/\s*\n\s*/g, ' '), place, source }];
}

interface LabelledRuns {
	readonly role: KeyRole;
	readonly source: string;
	readonly runs: readonly Run[];
}

/** The lines of a paragraph that begin with a label, each with the lines below it that do not. */
function readLines(runs: readonly Run[], readers: readonly Language[]): LabelledRuns[] {
	const found: LabelledRuns[] = [];
	for (const line of linesOf(runs)) {
		const label = readKey(line.runs, readers);
		const last = found.at(-1);
		if (label !== null) found.push(label);
		else if (last !== undefined && (last.role === 'replaces' || !hasText(last.runs))) {
			found[found.length - 1] = { ...last, runs: [...last.runs, ...line.runs] };
		}
	}
	return found;
}

/** The label is what stands before the first colon, or the bold at the start. */
function readKey(runs: readonly Run[], readers: readonly Language[]): LabelledRuns | null {
	const flow = flowOf(runs);
	const colon = flow.text.slice(0, LONGEST_LABEL).search(/[:\uFF1A]/);
	const plain = runs.findIndex((run) => !run.strong && run.text.trim() !== '');
	const bold = plain < 0 ? flow.text.length : (flow.offsets[plain] ?? 0);
	for (const end of [colon, bold]) {
		if (end <= 0 || end > LONGEST_LABEL) continue;
		const role = keyRole(flow.text.slice(0, end), readers);
		if (role === null) continue;
		const value = end + (/^[\s\u00A0:\uFF1A]*/.exec(flow.text.slice(end))?.[0].length ?? 0);
		return { ...role, runs: sliceFlow(flow, value) };
	}
	return null;
}

function readRows(table: Table, readers: readonly Language[]): KeyValue[] {
	return labelledRows(table, new Set(KEY_ROLES), readers).flatMap(({ role, value, source }) =>
		makeKeyValue(role as KeyRole, value.runs, source),
	);
}

function keyRole(text: string, readers: readonly Language[]): { role: KeyRole; source: string } | null {
	const entry = readRole(text, readers);
	const role = KEY_ROLES.find((candidate) => candidate === entry?.meaning);
	return role === undefined || entry === null ? null : { role, source: entry.source };
}

import type { Place } from '../text/place.ts';
import type { LineIndex } from '../text/text.ts';
import type { Diagnostic } from './diagnostic.ts';
import { RULES, type RuleId } from './rules.ts';

/** After so many of one rule on one page, the rest is counted only. */
const SHOWN = 20;

export interface Detail {
	readonly actual?: string | null;
	readonly expected?: string | null;
	/** Replaces the rule's own sentence. */
	readonly message?: string;
}

/** Collects the diagnostics of one page, in the order in which they are found. */
export interface Collector {
	add(rule: RuleId, place: Place | null, detail?: Detail): void;
	/** All of them, with one line for each rule that fired too often to be shown. */
	finish(): Diagnostic[];
}

export function collectDiagnostics(lines: LineIndex): Collector {
	const found: Diagnostic[] = [];
	const counts = new Map<RuleId, number>();
	const make = (rule: RuleId, place: Place | null, detail: Detail): Diagnostic => {
		const { severity, blame, meaning } = RULES[rule];
		const start = place === null ? null : lines.position(place.start);
		const end = place === null ? null : lines.position(Math.max(place.start, place.end));
		return {
			rule,
			severity,
			message: detail.message ?? meaning,
			line: start?.line ?? null,
			column: start?.column ?? null,
			endLine: end?.line ?? null,
			endColumn: end?.column ?? null,
			blame,
			actual: detail.actual ?? null,
			expected: detail.expected ?? null,
		};
	};
	return {
		add(rule, place, detail = {}) {
			const count = (counts.get(rule) ?? 0) + 1;
			counts.set(rule, count);
			if (count <= SHOWN) found.push(make(rule, place, detail));
		},
		finish() {
			const rest: Diagnostic[] = [];
			for (const [rule, count] of counts) {
				if (count <= SHOWN) continue;
				rest.push(make(rule, null, { message: `${RULES[rule].meaning} (${count - SHOWN} more)`, actual: `${count}` }));
			}
			return [...found, ...rest];
		},
	};
}

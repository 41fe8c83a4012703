import type { Place } from '../text/place.ts';
import type { LinkTarget, Run } from './block.ts';
import { type Delimiter, type Emphasis, layEmphases, pairDelimiters, pairLeftovers } from './emphasis.ts';
import { readEntity } from './entity.ts';
import { isBlockElement, readAttribute, readTag, type Tag } from './html-tag.ts';
import { escapes, flanking, type InlineSyntax, readCodeSpan, readLineEnd, SPECIAL } from './inline-syntax.ts';
import { readDestination } from './link-target.ts';
import { plainRun } from './make-block.ts';

export type { InlineSyntax } from './inline-syntax.ts';

/** A run in the making: what markdown's marks and links add to it is known at the end only. */
interface Token {
	/** Beside those of runs: markup that is not shown, and stars of which something may be left to show. */
	kind: Run['kind'] | 'none' | 'delimiter';
	text: string;
	start: number;
	end: number;
	strong: boolean;
	emphasis: boolean;
	readonly raised: boolean;
	link: LinkTarget | null;
}

interface Bracket {
	readonly token: number;
	readonly image: boolean;
	readonly delimiters: number;
	active: boolean;
}

/** State of one reading. Style counters are those of open HTML elements; markdown's come as ranges at the end. */
interface Reading {
	readonly source: string;
	readonly end: number;
	readonly syntax: InlineSyntax;
	readonly tokens: Token[];
	readonly delimiters: Delimiter[];
	readonly brackets: Bracket[];
	readonly emphases: Emphasis[];
	strong: number;
	emphasis: number;
	raised: number;
	link: LinkTarget | null;
}

const AUTOLINK = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/y;

/**
 * Reads a slice of a page in which markdown and HTML may be mixed into runs: one reader for paragraphs, headings,
 * cells and HTML nodes. Follows CommonMark where that reads markup, and pairs the bold it leaves literal.
 */
export function readInline(source: string, place: Place, syntax: InlineSyntax): Run[] {
	const special = syntax.markdown ? SPECIAL.markdown : SPECIAL.html;
	const first = nextSpecial(special, source, place.start, place.end);
	// most cells and many paragraphs hold no markup at all
	if (first === place.end) return unmarked(source, place);
	const reading: Reading = {
		source,
		end: place.end,
		syntax,
		tokens: [],
		delimiters: [],
		brackets: [],
		emphases: [],
		strong: 0,
		emphasis: 0,
		raised: 0,
		link: null,
	};
	let next = first;
	for (let at = place.start; at < place.end; next = nextSpecial(special, source, at, place.end)) {
		if (next > at) push(reading, 'text', at, next);
		if (next >= place.end) break;
		at = readSpecial(reading, next);
	}
	if (reading.delimiters.length > 0) {
		pairDelimiters(reading.delimiters, 0, reading.emphases);
		pairLeftovers(reading.delimiters, reading.emphases);
	}
	return toRuns(reading);
}

/** Where the next sign stands at which markup may begin; `end` where none does. */
function nextSpecial(special: RegExp, source: string, from: number, end: number): number {
	special.lastIndex = from;
	const found = special.test(source) ? special.lastIndex - 1 : end;
	return Math.min(found, end);
}

const unmarked = (source: string, { start, end }: Place): Run[] =>
	start < end ? [plainRun('text', source.slice(start, end), start, end)] : [];

function push(reading: Reading, kind: Token['kind'], start: number, end: number, text?: string): number {
	reading.tokens.push({
		kind,
		text: text ?? reading.source.slice(start, end),
		start,
		end,
		strong: reading.strong > 0,
		emphasis: reading.emphasis > 0,
		raised: reading.raised > 0,
		link: reading.link,
	});
	return end;
}

/** Reads what begins with the special letter at `at`; gives the offset after it. */
function readSpecial(reading: Reading, at: number): number {
	const { source, end } = reading;
	switch (source[at]) {
		case '\\':
			return readEscape(reading, at);
		case '&': {
			const entity = readEntity(source, at);
			if (entity === null || entity.end > end) return push(reading, 'text', at, at + 1);
			return push(reading, 'text', at, entity.end, entity.text);
		}
		case '\n':
		case '\r': {
			const lineEnd = readLineEnd(source, at, end, reading.syntax);
			trimBefore(reading);
			return push(reading, lineEnd.hard ? 'break' : 'soft', at, lineEnd.end, '\n');
		}
		case '<':
			return readAngle(reading, at);
		case '`': {
			const code = readCodeSpan(source, at, end);
			return code === null
				? push(reading, 'text', at, endOfRun(source, at, end))
				: push(reading, 'code', code.start, code.stop) + code.skip;
		}
		case '*':
		case '_':
			return readDelimiter(reading, at);
		case '!':
			if (source[at + 1] !== '[') return push(reading, 'text', at, at + 1);
			return openBracket(reading, at, 2);
		case '[':
			return openBracket(reading, at, 1);
		default:
			return closeBracket(reading, at);
	}
}

/** The blanks before a line end belong to it. */
function trimBefore(reading: Reading): void {
	const last = reading.tokens.at(-1);
	if (last?.kind !== 'text' || last.text.length !== last.end - last.start) return;
	const text = last.text.replace(/[ \t]+$/, '');
	last.end -= last.text.length - text.length;
	last.text = text;
}

function endOfRun(source: string, at: number, limit: number): number {
	let end = at + 1;
	while (end < limit && source[end] === source[at]) end++;
	return end;
}

function readEscape(reading: Reading, at: number): number {
	const next = reading.source[at + 1] ?? '';
	if (at + 1 < reading.end && escapes(next, reading.syntax)) return push(reading, 'text', at, at + 2, next);
	if (at + 1 < reading.end && (next === '\n' || next === '\r')) {
		const lineEnd = readLineEnd(reading.source, at + 1, reading.end, reading.syntax);
		return push(reading, 'break', at, lineEnd.end, '\n');
	}
	return push(reading, 'text', at, at + 1);
}

function readAngle(reading: Reading, at: number): number {
	const { source, end } = reading;
	AUTOLINK.lastIndex = at;
	const match = reading.syntax.markdown ? AUTOLINK.exec(source) : null;
	if (match !== null && AUTOLINK.lastIndex <= end) return readAutolink(reading, at, match[1] as string);
	const tag = readTag(source, at);
	return tag !== null && tag.end <= end ? applyTag(reading, tag, at) : push(reading, 'text', at, at + 1);
}

function readAutolink(reading: Reading, at: number, target: string): number {
	const end = at + target.length + 2;
	const outer = reading.link;
	reading.link = { url: /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(target) ? target : `mailto:${target}`, start: at, end };
	push(reading, 'text', at + 1, end - 1);
	reading.link = outer;
	return end;
}

function applyTag(reading: Reading, tag: Tag, at: number): number {
	const step = tag.closing ? -1 : 1;
	switch (tag.name) {
		case 'strong':
		case 'b':
			reading.strong = Math.max(0, reading.strong + step);
			break;
		case 'em':
		case 'i':
			reading.emphasis = Math.max(0, reading.emphasis + step);
			break;
		case 'sup':
			reading.raised = Math.max(0, reading.raised + step);
			break;
		case 'a': {
			const url = tag.closing ? null : readAttribute(tag.attributes, 'href');
			reading.link = url === null ? null : { url, start: at, end: tag.end };
			if (url !== null) push(reading, 'text', tag.end, tag.end, '');
			break;
		}
		case 'br':
			push(reading, 'break', at, tag.end, '\n');
			break;
		default:
			if (isBlockElement(tag.name)) push(reading, 'break', at, tag.end, '\n');
	}
	return tag.end;
}

function readDelimiter(reading: Reading, at: number): number {
	const end = endOfRun(reading.source, at, reading.end);
	// a long run of stars is a footnote mark, whichever engine reads it
	if (end - at >= 5) return push(reading, 'text', at, end);
	const mark = reading.source[at] as string;
	const { canOpen, canClose } = flanking(reading.source, at, end, reading.end);
	reading.delimiters.push({
		token: reading.tokens.length,
		mark,
		length: end - at,
		canOpen,
		canClose,
		left: 0,
		right: 0,
		active: true,
	});
	return push(reading, 'delimiter', at, end);
}

function openBracket(reading: Reading, at: number, length: number): number {
	reading.brackets.push({
		token: reading.tokens.length,
		image: length === 2,
		delimiters: reading.delimiters.length,
		active: true,
	});
	return push(reading, 'text', at, at + length);
}

function closeBracket(reading: Reading, at: number): number {
	const bracket = reading.brackets.pop();
	const destination =
		bracket?.active && reading.source[at + 1] === '(' ? readDestination(reading.source, at + 1, reading.end) : null;
	if (bracket === undefined || destination === null) return push(reading, 'text', at, at + 1);
	pairDelimiters(reading.delimiters, bracket.delimiters, reading.emphases);
	const opening = reading.tokens[bracket.token] as Token;
	opening.kind = 'none';
	if (bracket.image) {
		for (let index = bracket.token; index < reading.tokens.length; index++)
			(reading.tokens[index] as Token).kind = 'none';
		return destination.end;
	}
	const link: LinkTarget = { url: destination.url, start: opening.start, end: destination.end };
	for (let index = bracket.token + 1; index < reading.tokens.length; index++) {
		(reading.tokens[index] as Token).link ??= link;
	}
	// a link without text keeps its target
	const outer = reading.link;
	reading.link = link;
	push(reading, 'text', at, at, '');
	reading.link = outer;
	for (const before of reading.brackets) if (!before.image) before.active = false;
	return destination.end;
}

/** Makes the tokens into runs: emphasis is laid over them, markup goes, and what is left of stars is text. */
function toRuns(reading: Reading): Run[] {
	layEmphases(reading.emphases, reading.tokens);
	for (const { token: index, left, right } of reading.delimiters) {
		const token = reading.tokens[index] as Token;
		if (token.kind !== 'delimiter') continue;
		token.start += left;
		token.end -= right;
		token.kind = token.start < token.end ? 'text' : 'none';
		if (left > 0 || right > 0) token.text = reading.source.slice(token.start, token.end);
	}
	const runs: Run[] = [];
	for (const token of reading.tokens) {
		if (!isShown(token)) continue;
		if (token.text === '' && (token.link === null || runs.at(-1)?.link === token.link)) continue;
		runs.push(token);
	}
	return runs;
}

const isShown = (token: Token): token is Token & Run => token.kind !== 'none' && token.kind !== 'delimiter';

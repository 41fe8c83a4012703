import { engine as packageEngine } from '#engine';
import { generatorOf } from './advisory/generator.ts';
import { checkOptions, effectivePacks } from './check-options.ts';
import { runChecks } from './checks/index.ts';
import { type Collector, collectDiagnostics, type Detail } from './diagnostic/collector.ts';
import type { RuleId } from './diagnostic/rules.ts';
import { type KeptTrace, keepTrace, noTrace } from './diagnostic/trace.ts';
import { readEnvelope } from './envelope/read-envelope.ts';
import type { Context } from './fields/context.ts';
import { type Settled, settle } from './fields/settle.ts';
import { identify } from './identity/identify.ts';
import { detectLanguage } from './language/detect.ts';
import type { LocalePack } from './language/pack.ts';
import { type Language, prepareLanguage } from './language/prepare.ts';
import { beyond, effectiveLimits } from './limits.ts';
import { findMentions } from './mentions/find-mentions.ts';
import type { ParseOptions, ParseResult, TraceEntry } from './options.ts';
import { buildOutline } from './outline/build-outline.ts';
import { allSections } from './outline/section.ts';
import { readPage } from './page/read-page.ts';
import { PRODUCTS } from './products/index.ts';
import { readTables } from './tables/read-tables.ts';
import { decode } from './text/decode.ts';
import { indexLines, type LineIndex } from './text/text.ts';

/**
 * Reads one page into a canonical Advisory. Pure and synchronous; never throws on page content: a page that is no
 * advisory gives `advisory: null` and one diagnostic of severity `error` that says why.
 * @throws {TypeError} on options that are wrong
 */
export function parseAdvisory(source: string | Uint8Array, options: ParseOptions = {}): ParseResult {
	return readAdvisory(source, options).result;
}

/** A result, with what was found on the way to it; `null` on a page that is rejected. */
export interface Reading {
	readonly result: ParseResult;
	readonly found: { readonly context: Context; readonly settled: Settled } | null;
}

/** As `parseAdvisory`, for commands that show more of a page than its record. */
export function readAdvisory(source: string | Uint8Array, options: ParseOptions = {}): Reading {
	checkOptions(options);
	const limits = effectiveLimits(options.limits);
	if (source.length > limits.bytes) {
		return reject('too-large', collectDiagnostics(indexLines('')), beyond(source.length, limits.bytes));
	}
	const decoded = decode(source);
	const lines = indexLines('text' in decoded ? decoded.text.value : '');
	const diagnostics = collectDiagnostics(lines);
	if ('reject' in decoded) return reject(decoded.reject, diagnostics);
	for (const note of decoded.notes) diagnostics.add(note.rule, null, note.detail);

	const { text } = decoded;
	const read = readPage(text, options.engine ?? packageEngine, options.format, limits);
	if (read.page === undefined) {
		return reject(read.reject, diagnostics, { expected: `at most ${limits.nesting} levels` });
	}
	const { page, problem } = read;
	if (problem !== null) diagnostics.add(problem.rule, problem.place, problem);
	if (page.blocks.length === 0) return reject('empty-page', diagnostics);

	const settings = settingsOf(options.packs);
	const path = options.path ?? null;
	const mentions = findMentions(page.blocks);
	const { identity, reject: reason } = identify(page, {
		path,
		locale: options.locale ?? null,
		months: settings.months,
	});
	if (identity === undefined) return reject(reason, diagnostics);

	const language = detectLanguage(page.blocks, settings.languages, identity.locale);
	const envelope = readEnvelope(page.blocks, identity, language.readers);
	const { roots } = buildOutline(envelope.body, text.value, language.readers, identity.kind);
	const sections = allSections(roots);
	const trace = options.trace ? keepTrace() : null;
	const tables = readTables({
		sections,
		language,
		lines,
		diagnostics,
		trace: trace ?? noTrace,
		mostCells: limits.tableCells,
		headlineArticles: identity.kind === 'bulletin' ? (envelope.headline?.articles.map(({ id }) => id) ?? []) : [],
	});
	const context: Context = {
		text,
		lines,
		path,
		generator: settings.generator,
		page,
		mentions,
		identity,
		language,
		envelope,
		roots,
		sections,
		tables,
		diagnostics,
		trace: trace ?? noTrace,
		limits,
	};
	const settled = settle(context);
	runChecks(context, settled);
	const result: ParseResult = { advisory: settled.advisory, diagnostics: diagnostics.finish() };
	const traced = trace === null ? result : { ...result, trace: traceOf(trace, settled.advisory, lines) };
	return { result: traced, found: { context, settled } };
}

function reject(rule: RuleId, diagnostics: Collector, detail: Detail = {}): Reading {
	diagnostics.add(rule, null, detail);
	const only = diagnostics.finish().filter((diagnostic) => diagnostic.rule === rule);
	return { result: { advisory: null, diagnostics: only }, found: null };
}

interface Settings {
	readonly languages: readonly Language[];
	readonly months: readonly (readonly [string, number])[];
	readonly generator: string;
}

const made = new WeakMap<readonly LocalePack[], Settings>();

/** What is made of the packs, once for all pages that are read with the same ones. */
function settingsOf(given: readonly LocalePack[] | undefined): Settings {
	const packs = effectivePacks(given);
	let settings = made.get(packs);
	if (settings === undefined) {
		const languages = packs.map(prepareLanguage);
		const months = languages.flatMap((language) => language.dates.months);
		settings = { languages, months, generator: generatorOf(packs, PRODUCTS) };
		made.set(packs, settings);
	}
	return settings;
}

function traceOf(trace: KeptTrace, advisory: object, lines: LineIndex): Record<string, TraceEntry> {
	return Object.fromEntries(
		trace.pointers(advisory).map(([pointer, { place, rule, source }]) => [
			pointer,
			{
				start: place.start,
				end: place.end,
				...lines.position(place.start),
				rule,
				...(source === null ? {} : { pack: source }),
			},
		]),
	);
}

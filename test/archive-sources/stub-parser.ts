import { blankAdvisory } from '../../src/advisory/blank.ts';
import { generatorOf } from '../../src/advisory/generator.ts';
import type { ParsePage } from '../../src/archive/archive-result.ts';
import { collectDiagnostics } from '../../src/diagnostic/collector.ts';
import type { RuleId } from '../../src/diagnostic/rules.ts';
import { LOCALES } from '../../src/locales/index.ts';
import { PRODUCTS } from '../../src/products/index.ts';
import { indexLines } from '../../src/text/text.ts';

const GENERATOR = generatorOf(LOCALES, PRODUCTS);

/**
 * Stands for `parseAdvisory`: a page of one line is a record of that id, `!rule` a reject for that rule, `?` a page
 * on which the parser itself breaks. A second line makes a diagnostic.
 */
export const stubParser: ParsePage = (source, options) => {
	const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
	const lines = indexLines(text);
	const diagnostics = collectDiagnostics(lines);
	const id = lines.text(1);
	if (id === '?') throw new Error('the parser broke');
	if (id.startsWith('!')) {
		diagnostics.add(id.slice(1) as RuleId, null);
		return { advisory: null, diagnostics: diagnostics.finish() };
	}
	if (lines.text(2) !== '') diagnostics.add('encoding-lossy', { start: id.length + 1, end: text.trimEnd().length });
	const blank = blankAdvisory();
	const locale = options.locale ?? 'zh-TW';
	const source_ = { ...blank.source, path: options.path ?? null };
	return {
		advisory: { ...blank, generator: GENERATOR, id, key: `${id}_key`, locale, source: source_ },
		diagnostics: diagnostics.finish(),
	};
};

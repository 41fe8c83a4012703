import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/diagnostic/rules.ts';
import { ROOT } from './source-files.ts';

type RulesPage = (rules: object) => string;

const script = new URL('../../scripts/write-rules.js', import.meta.url).href;
const { rulesPage } = (await import(/* @vite-ignore */ script)) as { rulesPage: RulesPage };

test('docs/rules.md is that of the registry', () => {
	const written = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8').replaceAll('\r\n', '\n');
	expect(written, 'run npm run docs').toBe(rulesPage(RULES));
});

test('the page has rejects apart, and a row a rule', () => {
	const rule = { severity: 'error', blame: 'limit', meaning: 'Too | deep.', example: 'a\nb' };
	const page = rulesPage({ 'too-deep': rule, 'odd-word': { ...rule, severity: 'info', blame: 'pack' } });
	const [rejects = '', findings = ''] = page.slice(page.indexOf('## Rejects')).split('## Findings');
	expect(rejects).toContain('| `too-deep` | limit | Too \\| deep. | a b |');
	expect(findings).toContain('| `odd-word` | info | pack | Too \\| deep. | a b |');
	expect(rejects).not.toContain('odd-word');
	expect(page).toMatch(/[^\n]\n$/);
});

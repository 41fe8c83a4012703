import { expect, test } from 'vitest';
import { RULES } from '../../src/diagnostic/rules.ts';
import { SOURCE_FILES } from './source-files.ts';

const IDS = Object.keys(RULES);

test.each(IDS)('%s is in kebab case and says what it means', (id) => {
	expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
	const { meaning, example } = RULES[id as keyof typeof RULES];
	expect(meaning).toMatch(/^[A-Z].*\.$/s);
	expect(example).not.toBe('');
});

test('every rule is reported somewhere', () => {
	const code = SOURCE_FILES.filter(({ path }) => path !== 'diagnostic/rules.ts').map(({ text }) => text);
	expect(IDS.filter((id) => !code.some((text) => text.includes(`'${id}'`)))).toEqual([]);
});

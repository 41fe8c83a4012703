import { describe, expect, test } from 'vitest';
import { readBulletin } from './invented-bulletin.ts';

describe('known issues of bulletins', () => {
	test.each([
		['caveats', '**Caveats:** None', { kb: [], text: null }],
		['with a full stop', '**Known Issues.** None.', { kb: [], text: null }],
		[
			'an article',
			'**Known Issues.** [Microsoft Knowledge Base Article 990902](https://support.microsoft.com/kb/990902) documents them.',
			{ kb: ['990902'], text: 'Microsoft Knowledge Base Article 990902 documents them.' },
		],
		['not told', 'Text.', null],
	])('%s', (_, body, expected) =>
		expect(readBulletin(`#### Summary\n\nText.\n\n${body}\n`).advisory.knownIssues).toEqual(expected),
	);

	test.each([
		['zh-TW', '#### 摘要\n\n**弱點的影響：** 偽造\n\n**警告：** 無\n\n**已測試軟體：**\n'],
		[
			'cs-CZ',
			'#### Shrnutí\n\n**Dopad této chyby zabezpečení:** Manipulace\n\n**Upozornění:** Žádné známé problémy.\n',
		],
	])('%s: a word for warnings too', (locale, body) =>
		expect(readBulletin(body, undefined, { locale }).advisory.knownIssues).toEqual({ kb: [], text: null }),
	);
});

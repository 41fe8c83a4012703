import { describe, expect, test } from 'vitest';
import { recordOf } from '../invented-page.ts';

const texts = (items: readonly { text: string }[]): string[] => items.map(({ text }) => text);

describe('workarounds and mitigating factors', () => {
	test.each<[string, string, string[]]>([
		['list items', '-   Stop one.\n-   Stop two.', ['Stop one.', 'Stop two.']],
		[
			'items with all that they hold',
			'-   Stop one.\n\n    1.  Open.\n    2.  Close.\n\n    Done.\n-   Stop two.',
			['Stop one.\n- Open.\n- Close.\n\nDone.', 'Stop two.'],
		],
		[
			'bold titles, steps are no items',
			'**Stop the queue**\n\n1.  Open.\n2.  Close.\n\n**Impact of workaround.** No mail.\n\n**Block the port**\n\nBlock it.',
			['Stop the queue\n\n- Open.\n- Close.\n\nImpact of workaround. No mail.', 'Block the port\n\nBlock it.'],
		],
		[
			'headings',
			'### Stop the queue\n\nStop it.\n\n**How to undo the workaround.** Start it.\n\n### Block the port\n\n-   Block it.',
			['Stop the queue\n\nStop it.\n\nHow to undo the workaround. Start it.', 'Block the port\n\n- Block it.'],
		],
		[
			'a bold title on the line of its text',
			'**Stop the queue**  \nStop it.\n\n**Block**  \nBlock it.',
			['Stop the queue\nStop it.', 'Block\nBlock it.'],
		],
		[
			'text before the first title is no item',
			'Some words.\n\n**Stop the queue**\n\nStop it.',
			['Stop the queue\n\nStop it.'],
		],
		[
			'a note is no title',
			'-   Stop one.\n\n**Note:** Start it again.\n\n-   Stop two.',
			['Stop one.\n\nNote: Start it again.', 'Stop two.'],
		],
		[
			'bold lines inside an item with a title are its steps',
			'-   **Stop the queue**\n\n    Stop it so:\n\n    **By hand**\n\n    Open it.\n-   **Block the port**\n\n    Block it.',
			['Stop the queue\n\nStop it so:\n\nBy hand\n\nOpen it.', 'Block the port\n\nBlock it.'],
		],
		[
			'a first item without a title is one',
			'-   Block these ports:\n\n    They are known.\n-   **Stop the queue**\n\n    Stop it.',
			['Block these ports:\n\nThey are known.', 'Stop the queue\n\nStop it.'],
		],
		[
			'a title with a colon among the items of the list',
			'-   **Stop the queue**\n\n    **So:**\n\n    Open it.\n-   **Block these:**\n\n    The ports.',
			['Stop the queue\n\nSo:\n\nOpen it.', 'Block these:\n\nThe ports.'],
		],
		[
			'bold lines with a colon are steps where titles are no items',
			'**Stop the queue**\n\n-   **By hand:**\n\n    Open it.\n-   **By script:**\n\n    Run it.',
			['Stop the queue\n\n- By hand:\n\nOpen it.\n- By script:\n\nRun it.'],
		],
		[
			'a title cut into items of its list',
			'-   **Stop**\n-   **the**\n-   **queue**\n\n    Stop it.\n\n-   **Block the port**\n\n    Block it.',
			['Stop\n- the\n- queue\n\nStop it.', 'Block the port\n\nBlock it.'],
		],
		['titles alone are items', '-   **Stop the queue**\n-   **Block the port**', ['Stop the queue', 'Block the port']],
		[
			'a title without text before one with a blank line',
			'-   **Stop the queue**\n\n-   **Block the port**\n\n    Block it.',
			['Stop the queue', 'Block the port\n\nBlock it.'],
		],
		['plain text alone', 'There is none.', []],
	])('%s', (_, text, expected) => {
		expect(texts(recordOf(`## Suggested Actions\n\n### Workarounds\n\n${text}`).workarounds)).toEqual(expected);
	});

	test('mitigating factors are lists', () => {
		const { mitigations, workarounds } = recordOf('### Mitigating Factors\n\n-   One.\n-   Two.');
		expect(texts(mitigations)).toEqual(['One.', 'Two.']);
		expect(workarounds).toEqual([]);
	});

	test('a remark on all factors is no part of the last one', () =>
		expect(texts(recordOf('### Mitigating Factors\n\n-   One.\n\nWe go on.').mitigations)).toEqual(['One.']));

	test('each stands on the line of its first letter, and names its vulnerability', () => {
		const { workarounds } = recordOf(`## Vulnerability Information

### One Vulnerability - CVE-2008-99901

#### Workarounds

-   <span></span>
    Stop one.

### Two Vulnerability - CVE-2008-99902

#### Workarounds

-   Stop two.`);
		expect(workarounds).toEqual([
			{ text: 'Stop one.', vulnerability: 0, line: 16 },
			{ text: 'Stop two.', vulnerability: 1, line: 22 },
		]);
	});
});

describe('acknowledgments', () => {
	test.each<[string, string, string[]]>([
		[
			'list items',
			'Microsoft [thanks](http://go.microsoft.com/fwlink/?linkid=21127) these people:\n\n-   Anna Nowak of [Contoso](http://contoso.example) for the queue\n-   Jan Berg for the port',
			['Anna Nowak of Contoso for the queue', 'Jan Berg for the port'],
		],
		[
			'a paragraph',
			'Thanks go to Anna Nowak of Contoso for the queue.',
			['Thanks go to Anna Nowak of Contoso for the queue.'],
		],
		['a page of its own', 'See [the list](https://technet.microsoft.com/library/security/dn903755.aspx).', []],
	])('%s', (_, text, expected) =>
		expect(texts(recordOf(`### Other Information\n\n#### Acknowledgments\n\n${text}`).acknowledgments)).toEqual(
			expected,
		),
	);

	test('one vulnerability named in an item', () => {
		const { acknowledgments } = recordOf(
			'#### Acknowledgments\n\n-   Anna for CVE-2008-99902\n-   Jan for CVE-2008-99901 and CVE-2008-99902',
		);
		expect(acknowledgments.map(({ vulnerability }) => vulnerability)).toEqual([0, null]);
	});
});

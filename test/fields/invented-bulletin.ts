import type { ParseOptions } from '../../src/options.ts';
import { inventedPage, readPageText } from '../invented-page.ts';

/** What is read from a bulletin with this body; its title says nothing of a rating where none is given. */
export const readBulletin = (
	body: string,
	title = 'Microsoft Security Bulletin MS06-901',
	options: ParseOptions = {},
) => readPageText(inventedPage({ title, headline: 'Vulnerability in Contoso Mail (990901)', body }), options);

/** Rules, with what the page has and what it should have. */
export const rulesOf = ({ diagnostics }: ReturnType<typeof readBulletin>): string[] =>
	diagnostics.map(({ rule, actual, expected }) => [rule, actual, expected].filter((part) => part !== null).join(': '));

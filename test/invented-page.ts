import type { Advisory } from '../src/advisory/schema.ts';
import { parseAdvisory } from '../src/index-portable.ts';
import type { ParseOptions, ParseResult } from '../src/options.ts';

interface PageParts {
	readonly title?: string;
	readonly headline?: string;
	/** Lines under the titles. */
	readonly dateline?: string;
	readonly body: string;
}

/** An invented page in the form of markdown ones: titles and dateline are English where they are not given. */
export const inventedPage = ({
	title = 'Microsoft Security Advisory 990901',
	headline = 'Contoso Mail Gateway stops delivering',
	dateline = 'Published: September 16, 2008',
	body,
}: PageParts): string => `${title}\n====\n\n${headline}\n----\n\n${dateline}\n\n${body}\n`;

/** The result of a page that is no reject. */
export function readPageText(
	source: string,
	options: ParseOptions = {},
): { readonly advisory: Advisory; readonly diagnostics: ParseResult['diagnostics'] } {
	const { advisory, diagnostics } = parseAdvisory(source, { locale: 'en-US', ...options });
	if (advisory === null) throw new Error(`rejected: ${diagnostics.map(({ rule }) => rule).join()}`);
	return { advisory, diagnostics };
}

/** The record of a page with this body. */
export const recordOf = (body: string, parts: Omit<PageParts, 'body'> = {}, options: ParseOptions = {}): Advisory =>
	readPageText(inventedPage({ ...parts, body }), options).advisory;

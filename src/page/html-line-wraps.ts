import type { Block } from './block.ts';
import { mapRuns } from './map-runs.ts';

/** Internet Explorer names itself as the generator of what it saves. */
const WRAPPED = /<meta\s[^>]*\bgenerator\b[^>]*\bMSHTML\b|<meta\s[^>]*\bMSHTML\b[^>]*\bgenerator\b/i;

/**
 * Internet Explorer breaks the lines of pages that it saves at blanks: a line end there is a blank, between letters of
 * any script.
 */
export function unwrapLines(blocks: Block[], source: string): Block[] {
	if (!WRAPPED.test(source.slice(0, 8192))) return blocks;
	return mapRuns(blocks, (runs) =>
		runs.map((run) => (run.kind === 'soft' ? { ...run, kind: 'text', text: ' ' } : run)),
	);
}

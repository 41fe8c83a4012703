import type { Collector } from '../diagnostic/collector.ts';
import type { Trace } from '../diagnostic/trace.ts';
import type { Envelope } from '../envelope/read-envelope.ts';
import type { Identity } from '../identity/identify.ts';
import type { DetectedLanguage } from '../language/detect.ts';
import type { Limits } from '../limits.ts';
import type { Mention } from '../mentions/find-mentions.ts';
import type { Section } from '../outline/section.ts';
import type { Page } from '../page/block.ts';
import type { TableEntries } from '../tables/read-tables.ts';
import type { LineIndex, Text } from '../text/text.ts';

/** All that earlier stages found out about a page: what readers of fields see. */
export interface Context {
	readonly text: Text;
	readonly lines: LineIndex;
	readonly path: string | null;
	/** Value of `generator`. */
	readonly generator: string;
	readonly page: Page;
	readonly mentions: readonly Mention[];
	readonly identity: Identity;
	readonly language: DetectedLanguage;
	readonly envelope: Envelope;
	readonly roots: readonly Section[];
	/** All sections in printed order. */
	readonly sections: readonly Section[];
	readonly tables: TableEntries;
	readonly diagnostics: Collector;
	readonly trace: Trace;
	readonly limits: Limits;
}

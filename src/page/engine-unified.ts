import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Engine } from '../options.ts';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** The engine that runs everywhere. */
export const engine: Engine = (markdown) => processor.parse(markdown);

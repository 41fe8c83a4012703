import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Engine } from '../options.ts';

/** The fast engine; its import fails where no binding exists for the platform. */
export const engine: Engine = (markdown) => markdownToMdast(markdown) as Root;

import type { Context } from '../fields/context.ts';
import type { Settled } from '../fields/settle.ts';

/** One check of consistency. It sees the advisory and all candidates, and only adds diagnostics. */
export type Check = (context: Context, settled: Settled) => void;

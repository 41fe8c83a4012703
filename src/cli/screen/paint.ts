import { styleText } from 'node:util';
import type { Host, Screen } from '../host.ts';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';

/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const PLAIN: Paint = (_, text) => text;

/** Styles on a terminal only, and not where `NO_COLOR` has a value or the terminal is `dumb`. */
export function choosePaint(screen: Screen, env: Host['env']): Paint {
	const isPlain = screen.isTTY !== true || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
	// the stream was asked above; left to itself `styleText` would ask stdout again
	return isPlain ? PLAIN : (style, text) => styleText(style, text, { validateStream: false });
}

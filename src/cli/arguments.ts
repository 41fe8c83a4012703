import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf, wrongUsage } from './failure.ts';

type Flags = NonNullable<ParseArgsConfig['options']>;
type Config<F extends Flags> = { args: string[]; options: F; allowPositionals: true; strict: true };

/** Reads flags and names; what is no flag of the command ends as wrong usage. `what` says what the names are. */
export function readArguments<const F extends Flags>(
	argv: readonly string[],
	options: F,
	what = 'a file name',
): ReturnType<typeof parseArgs<Config<F>>> {
	const parsed = attempt(() =>
		parseArgs<Config<F>>({ args: [...argv], options, allowPositionals: true, strict: true }),
	);
	for (const [flag, value] of Object.entries(parsed.values)) {
		if ([value].flat().includes('')) throw wrongUsage(`--${flag} needs a value`);
	}
	const names: readonly string[] = parsed.positionals;
	if (names.includes('')) throw wrongUsage(`${what} is empty`);
	return parsed;
}

function attempt<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		// the first sentence names the flag, the rest explains the parser
		throw wrongUsage(messageOf(error).split(/[.\n] ?/)[0] ?? '');
	}
}

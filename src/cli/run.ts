import { readFileSync } from 'node:fs';
import { errorCode } from '../archive/error-code.ts';
import { EXIT } from './exit-code.ts';
import { isFailure, messageOf, wrongUsage } from './failure.ts';
import type { Command, Host } from './host.ts';
import { isClosedPipe, writeTo } from './stream-lines.ts';

interface Listed {
	readonly purpose: string;
	readonly load: () => Promise<Command>;
	/** Exit code where the command could not run, if not the usual one. */
	readonly troubleCode?: number;
}

/** Loaded when they are called, so that help is quick. */
const COMMANDS: Readonly<Record<string, Listed>> = {
	normalize: { purpose: 'pages to canonical records, as NDJSON', load: () => import('./normalize.ts') },
	inspect: { purpose: 'one page for a human eye', load: () => import('./inspect.ts') },
	explain: { purpose: 'where a value of a record comes from', load: () => import('./explain.ts') },
	coverage: { purpose: 'what is found on many pages, and what is not', load: () => import('./coverage.ts') },
	diff: {
		purpose: 'what changed between two files of records',
		load: () => import('./diff.ts'),
		troubleCode: EXIT.couldNotCompare,
	},
	index: { purpose: 'one file in which advisories are found', load: () => import('./index-command.ts') },
	search: { purpose: 'advisories by words, ids and facts', load: () => import('./search.ts') },
};

const CHOICE = new Intl.ListFormat('en', { type: 'disjunction' }).format(Object.keys(COMMANDS));

const HELP = `Usage: technet-advisory <command> [arguments]

${Object.entries(COMMANDS)
	.map(([name, { purpose }]) => `  ${name.padEnd(12)}${purpose}\n`)
	.join('')}
  technet-advisory <command> --help   what a command takes, with examples
  technet-advisory --version

Examples:
  technet-advisory normalize pages --out advisories.ndjson
  technet-advisory inspect pages/954474.md
  technet-advisory index pages && technet-advisory search ms08-067
`;

/** The whole command: arguments in, exit code out. Never throws. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
	const [name = '', ...rest] = argv;
	try {
		return await dispatch(name, rest, host);
	} catch (error) {
		if (isClosedPipe(error)) return EXIT.done;
		return await tell(error, name, host).catch(() => troubleCode(name));
	}
}

async function dispatch(name: string, rest: readonly string[], host: Host): Promise<number> {
	if (name === '--help' || name === '-h' || name === 'help') return print(HELP, host);
	if (name === '--version') return print(`${version()}\n`, host);
	if (name === '') {
		await writeTo(host.stderr, HELP);
		return EXIT.wrongUsage;
	}
	const known = listed(name);
	if (known === undefined) throw wrongUsage(`no such command: ${name}; take ${CHOICE}`);
	const command = await known.load();
	const flags = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
	if (flags.includes('--help') || flags.includes('-h')) return print(command.help, host);
	return command.run(rest, host);
}

async function print(text: string, { stdout }: Host): Promise<number> {
	await writeTo(stdout, text);
	return EXIT.done;
}

/** `ENOSPC`, `EACCES` and the like, told apart from the `ERR_` codes of wrong calls. */
const SYSTEM_ERROR = /^E(?!RR_)[A-Z0-9]+$/;

async function tell(error: unknown, name: string, { stderr }: Host): Promise<number> {
	const isKnown = isFailure(error) || SYSTEM_ERROR.test(errorCode(error));
	// what nobody foresaw is a fault of ours: the report needs the place
	const text = isKnown || !(error instanceof Error) ? messageOf(error) : (error.stack ?? error.message);
	const isUsage = isFailure(error) && error.exitCode === EXIT.wrongUsage;
	const command = listed(name) === undefined ? '' : `${name} `;
	const hint = isUsage ? `see technet-advisory ${command}--help\n` : '';
	await writeTo(stderr, `technet-advisory: ${text}\n${hint}`);
	return isUsage ? EXIT.wrongUsage : troubleCode(name);
}

const listed = (name: string): Listed | undefined => (Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined);

const troubleCode = (name: string): number => listed(name)?.troubleCode ?? EXIT.couldNotRun;

function version(): string {
	const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
	return String((JSON.parse(text) as { version: unknown }).version);
}

import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { type EngineName, loadEngine } from '../archive/named-engine.ts';
import type { LocalePack } from '../language/pack.ts';
import type { Engine, ParseOptions } from '../options.ts';
import { couldNotRun, messageOf, wrongUsage } from './failure.ts';

/** The flags that say with what pages are read, for every command that reads pages. */
export const ENGINE_FLAGS = {
	engine: { type: 'string' },
	pack: { type: 'string', multiple: true },
} as const;

/** The same, and what pages are read as. */
export const PARSE_FLAGS = { locale: { type: 'string' }, ...ENGINE_FLAGS } as const;

export const ENGINE_FLAGS_HELP = `  --engine NAME       markdown engine, satteri or unified; without it satteri where it runs
  --pack FILE         a further locale pack (JSON), laid over the built-in ones; repeatable`;

export const PARSE_FLAGS_HELP = `  --locale TAG        overrules the locale that the pages declare: zh-TW
${ENGINE_FLAGS_HELP}`;

interface ParseFlags {
	readonly locale?: string | undefined;
	readonly engine?: string | undefined;
	readonly pack?: readonly string[] | undefined;
}

/** What the flags say, as data that can go to another thread or into a file. */
export interface NamedOptions {
	readonly options: Omit<ParseOptions, 'path' | 'engine'>;
	/** `null`: the package's own choice. */
	readonly engine: EngineName | null;
}

export async function readNamedOptions(flags: ParseFlags, cwd: string): Promise<NamedOptions> {
	const locale = flags.locale === undefined ? {} : { locale: canonicalTag(flags.locale) };
	const engine = flags.engine === undefined ? null : engineName(flags.engine);
	// that it does not run here is told now, and not by a thread
	if (engine !== null) await load(engine);
	const packs: LocalePack[] = [];
	for (const file of flags.pack ?? []) packs.push(await loadPack(file, cwd));
	return { options: { ...locale, ...(packs.length === 0 ? {} : { packs }) }, engine };
}

/** The library's options, with engine and packs loaded. */
export async function readParseFlags(flags: ParseFlags, cwd: string): Promise<Omit<ParseOptions, 'path'>> {
	const { options, engine } = await readNamedOptions(flags, cwd);
	return engine === null ? options : { ...options, engine: await load(engine) };
}

/** `zh-tw` as `zh-TW`. */
export function canonicalTag(tag: string): string {
	try {
		return new Intl.Locale(tag).toString();
	} catch {
		throw wrongUsage(`--locale ${tag} is no language tag; write it as in zh-TW`);
	}
}

function engineName(name: string): EngineName {
	if (name === 'satteri' || name === 'unified') return name;
	throw wrongUsage(`--engine ${name} is not known; take satteri or unified`);
}

async function load(name: EngineName): Promise<Engine> {
	try {
		return await loadEngine(name);
	} catch (error) {
		throw couldNotRun(`--engine ${name} does not run here (${messageOf(error)}); take --engine unified`, error);
	}
}

async function loadPack(file: string, cwd: string): Promise<LocalePack> {
	let doing = 'read';
	try {
		const text = await fs.readFile(resolve(cwd, file), 'utf8');
		doing = 'use';
		const value: unknown = JSON.parse(text);
		const { checkPack } = await import('../language/check-pack.ts');
		return checkPack(value);
	} catch (error) {
		throw couldNotRun(`cannot ${doing} the pack ${file}: ${messageOf(error)}`, error);
	}
}

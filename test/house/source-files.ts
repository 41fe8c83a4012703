import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
	/** Path of the importing file from `src/`. */
	readonly from: string;
	/** Path of the imported file from `src/`, or the name of a package. */
	readonly to: string;
	/** The statement is erased by the compiler. */
	readonly typeOnly: boolean;
}

export interface SourceFile {
	/** From `src/`, `/` as separator. */
	readonly path: string;
	readonly text: string;
}

/** Every TypeScript file of `src/`. */
export const SOURCE_FILES: readonly SourceFile[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.ts'))
	.sort()
	.map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }));

/** The condition of the package, as it is taken in Node. */
const CONDITIONS: Readonly<Record<string, string>> = { '#engine': 'page/engine-node.ts' };

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm;
const CALL = /\bimport\(\s*'([^']+)'\s*\)/g;

/** The imports and re-exports of a file, dynamic ones too. */
export function importsOf({ path, text }: SourceFile): Import[] {
	const target = (name: string) =>
		name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : (CONDITIONS[name] ?? name);
	return [
		...[...text.matchAll(STATEMENT)].map(([, type, name = '']) => ({ from: path, to: target(name), typeOnly: !!type })),
		...[...text.matchAll(CALL)].map(([, name = '']) => ({ from: path, to: target(name), typeOnly: false })),
	];
}

export const IMPORTS: readonly Import[] = SOURCE_FILES.flatMap(importsOf);

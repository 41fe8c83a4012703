// The pages that are measured: every so many of TECHNET_ARCHIVE, or those of corpus/, too few to judge by.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const archive = process.env.TECHNET_ARCHIVE;
export const folder = archive || fileURLToPath(new URL('../corpus', import.meta.url));
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const STEP = archive ? Number(process.env.BENCH_STEP ?? 25) : 1;
/** Only pages whose path holds this. */
const PART = process.env.BENCH_PATH ?? '';

export const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => path.endsWith('.md') && path !== 'README.md' && path.includes(PART))
	.sort()
	.filter((_, index) => index % STEP === 0)
	.map((path) => {
		const content = readFileSync(join(folder, path));
		return { path, content, text: content.toString('utf8') };
	});

export const bytes = pages.reduce((sum, { content }) => sum + content.length, 0);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type ArchiveSource, normalizeArchive, readRecords } from '../../src/archive/index.ts';
import { makeTar, makeTarGz, makeZip } from '../archive-sources/make-archive.ts';
import { temporaryFolder } from '../archive-sources/temporary-folder.ts';
import { ARCHIVE, NO_ARCHIVE } from './archive-pages.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));
/** Every so many pages of the archive. */
const STEP = 100;

/** Path and content of every page of a folder, in the order in which the system lists them. */
function pagesOf(folder: string): { name: string; content: Buffer }[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /\.(?:md|html)$/.test(path))
		.map((name) => ({ name, content: readFileSync(join(folder, name)) }));
}

async function linesOf(source: ArchiveSource): Promise<string[]> {
	const lines: string[] = [];
	for await (const result of normalizeArchive(source)) lines.push(JSON.stringify(result));
	return lines;
}

async function* recordsOf(pages: readonly { name: string; content: Buffer }[]): AsyncGenerator<string> {
	for (const { name: path, content } of pages) {
		yield `${JSON.stringify({ path, contentBase64: content.toString('base64') })}\n`;
	}
}

async function expectSame(pages: { name: string; content: Buffer }[]): Promise<void> {
	const folder = temporaryFolder({
		...Object.fromEntries(pages.map(({ name, content }) => [`pages/${name}`, content])),
		'x.tar': await makeTar(pages),
		'x.tar.gz': await makeTarGz([...pages].reverse()),
		'x.zip': makeZip(pages),
	});
	const expected = await linesOf(join(folder, 'pages'));
	expect(expected).toHaveLength(pages.length);
	for (const name of ['x.tar', 'x.tar.gz', 'x.zip']) expect(await linesOf(join(folder, name)), name).toEqual(expected);
	const sorted = pages.sort((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)));
	expect(await linesOf(readRecords(recordsOf(sorted)))).toEqual(expected);
}

describe('a folder, its tar, its zip and its records give the same', () => {
	test('of the corpus', () => expectSame(pagesOf(CORPUS)), 120_000);

	test.skipIf(ARCHIVE === null)(
		`of every ${STEP}th page of the archive${ARCHIVE === null ? ` (${NO_ARCHIVE})` : ''}`,
		() => expectSame(pagesOf(ARCHIVE ?? '').filter((_, index) => index % STEP === 0)),
		300_000,
	);
});

import type { Advisory } from '../advisory/schema.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Database, Statement } from './driver.ts';
import { pageWords } from './page-words.ts';
import type { Piece } from './pieces.ts';
import { OF_PAGES } from './schema.ts';
import { openTextStore } from './text-store.ts';
import { type WriteRow, writeFacts } from './write-facts.ts';
import { writeDiagnostics, writeTexts } from './write-texts.ts';

/** Writes and removes single pages. */
export interface PageWriter {
	write(advisory: Advisory, diagnostics: readonly Diagnostic[], page: number, digest: Uint8Array): void;
	remove(page: number): void;
}

export function writerOfPages(database: Database): PageWriter {
	const store = openTextStore(database);
	const inserts = new Map<string, Statement>();
	const write: WriteRow = (table, values) => {
		let insert = inserts.get(table);
		if (insert === undefined) {
			insert = database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join()})`);
			inserts.set(table, insert);
		}
		insert.run(values);
	};
	const index = database.prepare('INSERT INTO page_text(rowid, title, headline, text) VALUES (?, ?, ?, ?)');
	const forget = database.prepare(
		"INSERT INTO page_text(page_text, rowid, title, headline, text) VALUES ('delete', ?, ?, ?, ?)",
	);
	const removals = OF_PAGES.map((table) => database.prepare(`DELETE FROM ${table} WHERE page = ?`));
	return {
		write: (advisory, diagnostics, page, digest) => {
			writeFacts(advisory, page, digest, write);
			writeDiagnostics(diagnostics, page, store, write);
			const pieces = writeTexts(advisory, page, store, write);
			const { title, headline, text } = pageWords(advisory.title, advisory.headline, pieces);
			index.run([page, title, headline, text]);
		},
		remove: (page) => {
			const { title, headline, text } = storedWords(database, page);
			forget.run([page, title, headline, text]);
			for (const removal of removals) removal.run([page]);
		},
	};
}

/** The words with which a page was indexed: without content of its own the index has to be told them to forget them. */
function storedWords(database: Database, page: number): ReturnType<typeof pageWords> {
	const [head] = database.prepare('SELECT title, headline FROM advisories WHERE page = ?').all([page]);
	const pieces = database
		.prepare(
			`SELECT t.text, joint FROM (
				SELECT section, -2 AS part, 0 AS place, title_id AS text_id, 0 AS joint
					FROM stored_sections WHERE page = ?1
				UNION ALL SELECT section, -1, piece.key, piece.value >> 2, piece.value & 3
					FROM stored_sections s, json_each(s.pieces) piece WHERE s.page = ?1
				UNION ALL SELECT section, position, piece.key, piece.value >> 2, piece.value & 3
					FROM stored_faq f, json_each(f.pieces) piece WHERE f.page = ?1
			) JOIN stored_texts t USING (text_id) ORDER BY section, part, place`,
		)
		.all([page]);
	return pageWords(head?.title as string, (head?.headline ?? null) as string | null, pieces as unknown as Piece[]);
}

import { createHash } from 'node:crypto';
import type { Database } from './driver.ts';
import type { Piece } from './pieces.ts';

/** Gives each text and each address a number, and writes it when it is new. */
export interface TextStore {
	textId(text: string): number;
	urlId(url: string): number;
	/** The reference to a piece, as lists of pieces hold it. */
	pieceId(piece: Piece): number;
}

/** Bytes of SHA-1: of a million texts two would fall together with a chance of one in thirty million. */
const HASH_LENGTH = 8;
const keyOf = (text: string): string => createHash('sha1').update(text).digest().toString('latin1', 0, HASH_LENGTH);
/** Texts that are read at once. */
const BATCH = 10_000;

/** Knows the hashes of all texts that the index has: some sixty bytes of memory for each different line. */
export function openTextStore(database: Database): TextStore {
	const texts = new Map<string, number>();
	const urls = new Map<string, number>();
	let lastText = 0;
	const readTexts = database.prepare('SELECT text_id, text FROM stored_texts WHERE text_id > ? ORDER BY 1 LIMIT ?');
	for (let batch = readTexts.all([0, BATCH]); batch.length > 0; batch = readTexts.all([lastText, BATCH])) {
		for (const { text_id, text } of batch) texts.set(keyOf(text as string), text_id as number);
		lastText = batch.at(-1)?.text_id as number;
	}
	let lastUrl = 0;
	for (const { url_id, url } of database.prepare('SELECT url_id, url FROM stored_urls').all([])) {
		urls.set(url as string, url_id as number);
		lastUrl = Math.max(lastUrl, url_id as number);
	}
	const addText = database.prepare('INSERT INTO stored_texts VALUES (?, ?)');
	const addUrl = database.prepare('INSERT INTO stored_urls VALUES (?, ?)');
	const textId = (text: string): number => {
		const key = keyOf(text);
		const known = texts.get(key);
		if (known !== undefined) return known;
		lastText += 1;
		addText.run([lastText, text]);
		texts.set(key, lastText);
		return lastText;
	};
	return {
		textId,
		urlId: (url) => {
			const known = urls.get(url);
			if (known !== undefined) return known;
			lastUrl += 1;
			addUrl.run([lastUrl, url]);
			urls.set(url, lastUrl);
			return lastUrl;
		},
		pieceId: ({ text, joint }) => textId(text) * 4 + joint,
	};
}

/** Removes texts and addresses that no page has any more. */
export function removeUnused(database: Database): void {
	database.exec(`DELETE FROM stored_texts WHERE text_id NOT IN (
		SELECT piece.value >> 2 FROM stored_sections s, json_each(s.pieces) piece
		UNION SELECT piece.value >> 2 FROM stored_faq f, json_each(f.pieces) piece
		UNION SELECT title_id FROM stored_sections WHERE title_id IS NOT NULL
		UNION SELECT text_id FROM stored_links
		UNION SELECT message_id FROM stored_diagnostics
		UNION SELECT actual_id FROM stored_diagnostics WHERE actual_id IS NOT NULL
		UNION SELECT expected_id FROM stored_diagnostics WHERE expected_id IS NOT NULL);
	DELETE FROM stored_urls WHERE url_id NOT IN (SELECT url_id FROM stored_links)`);
}

// Stands for the module that threads run: a page tells what befalls its thread. No user can name it.
import { workerData } from 'node:worker_threads';

const left = [];

const DEEDS = {
	hang: () => {
		for (;;);
	},
	memory: () => {
		for (;;) left.push(new Array(1000).fill({}));
	},
	exit: () => process.exit(3),
	throw: () => {
		throw new Error('thrown');
	},
	// as much as makes the next of its kind too much
	leak: () => {
		for (let piece = 0; piece < 3000; piece += 1) left.push(new Array(1000).fill(piece));
	},
};

export default function readPage(page) {
	if (page === null) return null;
	const { path } = page;
	const content = String(page.content instanceof Uint8Array ? new TextDecoder().decode(page.content) : page.content);
	DEEDS[content]?.();
	if (workerData.shape === 'outcome') {
		const document = { id: content, kind: 'advisory', locale: 'zh-TW' };
		const line = `${JSON.stringify({ id: content })}\n`;
		return { path, bytes: 1, milliseconds: 1, reject: null, document, rules: [], line, diagnosticsLine: line };
	}
	return { path, bytes: content.length, advisory: null, diagnostics: [] };
}

import { promises as fs } from 'node:fs';
import { fromRandomAccessReaderPromise, openPromise, type ZipFile } from 'yauzl';
import { errorCode } from './error-code.ts';
import { findZipEnd } from './find-zip-end.ts';
import { type CutMember, scanZip } from './scan-zip.ts';
import { readRange, ZipBytes } from './zip-bytes.ts';

export interface OpenedZip {
	/** Its list is there. */
	readonly zip: ZipFile;
	/** What is wrong with the archive. */
	readonly problem: string | null;
	/** A member that is not in the list, as it cannot be read. */
	readonly last: CutMember | null;
}

// names are read here: one bad name would end the list
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false };

/** Opens a zip by the list at its end, also where something is behind that; without one, by its members. */
export async function openWithList(file: string): Promise<OpenedZip> {
	try {
		return { zip: await openPromise(file, OPTIONS), problem: null, last: null };
	} catch (error) {
		const opened = errorCode(error) === 'UNKNOWN' ? await openDamaged(file) : null;
		if (opened === null) throw error;
		return opened;
	}
}

/** Passes over what is behind its end, or goes without its list where that is torn off; `null` where it has neither. */
async function openDamaged(file: string): Promise<OpenedZip | null> {
	const handle = await fs.open(file);
	try {
		const { size } = await handle.stat();
		const end = await findZipEnd(handle, size);
		const scanned = end === null ? await scanZip(handle, size) : null;
		if (end === null && scanned === null) {
			await handle.close();
			return null;
		}
		const bytes = new ZipBytes(handle, end ?? scanned?.end ?? 0, scanned?.list ?? Buffer.alloc(0));
		const zip = await fromRandomAccessReaderPromise(bytes, bytes.size, OPTIONS);
		if (scanned !== null) return { zip, problem: scanned.problem, last: scanned.last };
		return { zip, problem: (await isPadding(handle, end ?? 0)) ? null : 'something else follows its end', last: null };
	} catch (error) {
		await handle.close().catch(() => {});
		throw error;
	}
}

async function isPadding(handle: fs.FileHandle, start: number): Promise<boolean> {
	for await (const piece of readRange(handle, start, Number.POSITIVE_INFINITY)) {
		if (piece.some((byte) => byte !== 0)) return false;
	}
	return true;
}

/** What the Wayback Machine puts in front of every address: host or nothing, time stamp, kind of resource. */
const WAYBACK = /^(?:(?:https?:)?\/\/web\.archive\.org(?::\d+)?)?\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=[a-z]+:|www\.)/i;
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->/i;
const MIRRORED_FROM = /<!--\s*Mirrored from (\S+) by HTTrack/i;
const REPLAYED = [
	/\bwbCurrentUrl\s*=\s*["']([^"']+)["']/,
	/\b__wm\.wombat\(\s*["']([^"']+)["']/,
	/\bid=["']?wm-ipp-print["']?[^<]*?(https?:\/\/[^\s<]+)/,
];

/** The address that an archive's copy of a link stands for; any other address as it is. */
export function originalAddress(url: string): string {
	let address = url;
	while (WAYBACK.test(address)) address = address.replace(WAYBACK, '');
	if (address === url) return url;
	return /^www\./i.test(address) ? `http://${address}` : address.replace(/^(https?):\/(?!\/)/i, '$1://');
}

/**
 * The address that a saving tool noted in the page: a browser's or HTTrack's comment, the Wayback Machine's scripts.
 * `null` where none did.
 */
export function savedAddress(source: string): string | null {
	const saved = SAVED_FROM.exec(source)?.[1];
	if (saved !== undefined && isWeb(saved)) return originalAddress(saved);
	const mirrored = MIRRORED_FROM.exec(source)?.[1];
	if (mirrored !== undefined) return originalAddress(isWeb(mirrored) ? mirrored : `http://${mirrored}`);
	for (const pattern of REPLAYED) {
		const replayed = pattern.exec(source)?.[1];
		if (replayed !== undefined && isWeb(originalAddress(replayed))) return originalAddress(replayed);
	}
	return null;
}

export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

/** Whether a link leads to a place on the page itself. */
export function isSamePage(url: string, address: string | null): boolean {
	const original = originalAddress(url);
	const mark = original.indexOf('#');
	if (mark <= 0) return mark === 0;
	return address !== null && sameLetters(original.slice(0, mark), address.replace(/#.*$/, ''));
}

const sameLetters = (one: string, other: string): boolean => lower(one) === lower(other);

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

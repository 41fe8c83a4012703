/** Longer values are cut in a report. */
const SHOWN = 160;

/**
 * Every difference of two JSON values, one a line: JSON pointer, what the page should give, what it gives.
 * Items of lists are compared by index.
 */
export function differences(expected: unknown, actual: unknown): string[] {
	const wanted = leaves(expected);
	const given = leaves(actual);
	return [...new Set([...wanted.keys(), ...given.keys()])]
		.filter((pointer) => wanted.get(pointer) !== given.get(pointer))
		.map((pointer) => `${pointer}\n  expected ${shown(wanted.get(pointer))}\n  given    ${shown(given.get(pointer))}`);
}

/** JSON of each value without parts, by its pointer; an empty list or object is such a value. */
function leaves(root: unknown): Map<string, string> {
	const found = new Map<string, string>();
	const stack: { pointer: string; value: unknown }[] = [{ pointer: '', value: root }];
	for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
		const { pointer, value } = place;
		const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
		if (parts.length === 0) found.set(pointer, JSON.stringify(value));
		for (const [key, part] of parts.reverse()) stack.push({ pointer: `${pointer}/${escapeStep(key)}`, value: part });
	}
	return found;
}

const escapeStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function shown(json: string | undefined): string {
	if (json === undefined) return 'nothing';
	return json.length <= SHOWN ? json : `${json.slice(0, SHOWN)}… (${json.length} characters)`;
}

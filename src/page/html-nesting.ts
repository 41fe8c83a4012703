const TAG = /<(?:!--|(\/?)([a-zA-Z][^\s/>]*))/g;
/** Elements without content, and those that the next of their kind ends: they do not nest by themselves. */
const FLAT = new Set(
	(
		'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr ' +
		'a body colgroup dd dt head html li nobr optgroup option p rp rt tbody td tfoot th thead tr'
	).split(' '),
);
const RAW = new Set('iframe noembed noframes script style textarea title xmp'.split(' '));
/** Left open, they go on in what follows; of equal ones at most three. On the stack they have a blank in their name. */
const FORMATTING = new Set('b big code em font i s small strike strong tt u'.split(' '));
const EQUAL = 3;
/** One right in another ends it. */
const HEADING = /^h[1-6]$/;
/** The end tag of any other element does not reach through these. */
const SPECIAL = new Set(
	(
		'address applet article aside blockquote button caption center details dir div dl fieldset figcaption figure footer ' +
		'form frameset h1 h2 h3 h4 h5 h6 header hgroup listing main marquee menu nav noscript object ol pre search section ' +
		'select summary table template ul'
	).split(' '),
);
/** No end tag reaches through these, but their own. */
const BARRIERS = new Set('applet caption marquee object table template'.split(' '));

/**
 * Whether the elements of a document may nest deeper than `limit`. Follows the parser's stack of open elements
 * closely enough that no document that stays below it costs the parser its stack, or time beyond measure.
 */
export function nestsDeeper(source: string, limit: number): boolean {
	const open: string[] = [];
	TAG.lastIndex = 0;
	for (let match = TAG.exec(source); match !== null; match = TAG.exec(source)) {
		const comment = match[2] === undefined;
		const end = source.indexOf(comment ? '-->' : '>', comment ? match.index + 2 : TAG.lastIndex);
		if (end < 0) return false;
		const from = TAG.lastIndex;
		TAG.lastIndex = end + 1;
		if (match[2] === undefined) continue;
		const name = lower(match[2]);
		if (match[1] === '/') close(open, name);
		else if (RAW.has(name)) TAG.lastIndex = endOfRaw(source, name, end + 1);
		else if (!FLAT.has(name)) {
			if (HEADING.test(name) && HEADING.test(open.at(-1) ?? '')) open.pop();
			const entry = FORMATTING.has(name) ? `${name} ${source.slice(from, end)}` : name;
			if (entry !== name && open.filter((other) => other === entry).length >= EQUAL) continue;
			if (open.push(entry) > limit) return true;
		}
	}
	return false;
}

function close(open: string[], name: string): void {
	if (FLAT.has(name)) return;
	if (FORMATTING.has(name)) {
		const at = open.findLastIndex((entry) => entry.startsWith(`${name} `));
		if (at >= 0) open.splice(at, 1);
		return;
	}
	const at = open.lastIndexOf(name);
	if (at < 0) return;
	const inside = open.slice(at + 1);
	if (inside.some((entry) => (SPECIAL.has(name) ? BARRIERS.has(entry) && name !== 'table' : SPECIAL.has(entry))))
		return;
	// a table takes its formatting with it, other elements leave it open
	open.splice(at, open.length, ...(name === 'table' ? [] : inside.filter((entry) => entry.includes(' '))));
}

function endOfRaw(source: string, name: string, from: number): number {
	for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
		if (lower(source.slice(at + 2, at + 2 + name.length)) === name) return at;
	}
	return source.length;
}

const lower = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

// The measures by which pages of one document are compared. Each has
//   applies   whether any page gives it an occasion
//   key       what must be equal; the pages are held against the key that most of them have
//   agrees    where "equal" is not meant by the letter
//   explain   the differences of two pages: a line and a value on each side; `absent` is an id that one lacks

const DAY = 86_400_000;

const count = (values) => {
	const counts = new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
};
const listed = (counts) =>
	[...counts]
		.map(([value, times]) => `${times} x ${value}`)
		.sort()
		.join(', ');
const severitiesOf = ({ rows }) => count(rows.map(({ severity }) => severity ?? 'null'));
const firstRow = ({ rows, title }) => rows[0]?.line ?? title;

/** The first line of every update that a row carries. */
function rowArticles({ rows }) {
	const lines = new Map();
	for (const { kb, line } of rows) for (const id of kb) if (!lines.has(id)) lines.set(id, line);
	return lines;
}

/** One difference for each id that only one of the two has; `elsewhere` finds the other side's best line. */
function idDifferences(one, other, idsOf, elsewhere) {
	const [left, right] = [idsOf(one), idsOf(other)];
	return [
		...[...left.keys()]
			.filter((id) => !right.has(id))
			.map((id) => ({
				lines: [left.get(id), elsewhere(other, id)],
				values: [id, null],
				absent: { id, from: other.path },
			})),
		...[...right.keys()]
			.filter((id) => !left.has(id))
			.map((id) => ({
				lines: [elsewhere(one, id), right.get(id)],
				values: [null, id],
				absent: { id, from: one.path },
			})),
	];
}

/** Rows that only one of the two has, by name and update, with how often more. */
function rowDifferences(one, other) {
	const [left, right] = [one, other].map(({ rows }) => count(rows.map(({ name }) => name)));
	const more = (page, mine, its) =>
		[...mine]
			.filter(([name, times]) => times > (its.get(name) ?? 0))
			.map(([name]) => page.rows.find((row) => row.name === name));
	return [more(one, left, right), more(other, right, left)];
}

const rowsApart = (one, other) => {
	const [left, right] = rowDifferences(one, other);
	return { lines: [left[0]?.line ?? firstRow(one), right[0]?.line ?? firstRow(other)], only: [left, right] };
};

/** The first rows of one name whose ratings differ. */
function severityApart(one, other) {
	const its = new Map(other.rows.map((row) => [row.name, row]));
	const row = one.rows.find(({ name, severity }) => its.has(name) && its.get(name).severity !== severity);
	return row === undefined ? null : [row, its.get(row.name)];
}

const single = (field) => ({
	applies: (page) => page[field].value !== null,
	key: (page) => String(page[field].value),
	explain: (one, other) => [
		{ lines: [one[field].line, other[field].line], values: [one[field].value, other[field].value] },
	],
});

/** As many items, about the same: one difference for each CVE that has more of them on one side. */
const items = (field) => ({
	kinds: ['advisory', 'bulletin'],
	applies: (page) => page[field].size > 0,
	key: (page) => listed(new Map([...page[field]].map(([about, lines]) => [about, lines.length]))),
	explain: (one, other) =>
		[...new Set([...one[field].keys(), ...other[field].keys()])]
			.map((about) => [about, ...[one, other].map((page) => page[field].get(about) ?? [])])
			.filter(([, left, right]) => left.length !== right.length)
			.map(([about, left, right]) => ({
				lines: [left[0] ?? one.title, right[0] ?? other.title],
				values: [left, right].map(({ length }) => `${length} x ${about}`),
			})),
});

export const MEASURES = {
	published: {
		...single('published'),
		agrees: (one, other) =>
			one.published.value === other.published.value ||
			Math.abs(Date.parse(one.published.value) - Date.parse(other.published.value)) <= DAY,
	},
	cves: {
		applies: ({ cves }) => cves.size > 0,
		key: ({ cves }) => [...cves.keys()].sort().join(' '),
		explain: (one, other) =>
			idDifferences(
				one,
				other,
				({ cves }) => cves,
				({ title }) => title,
			),
	},
	rowKbs: {
		applies: (page) => rowArticles(page).size > 0,
		key: (page) => [...rowArticles(page).keys()].sort().join(' '),
		explain: (one, other) =>
			idDifferences(one, other, rowArticles, (page, id) => page.articles.get(id) ?? firstRow(page)),
	},
	rows: {
		applies: ({ rows }) => rows.length > 0,
		key: ({ rows }) => String(rows.length),
		explain: (one, other) => [{ ...rowsApart(one, other), values: [one.rows.length, other.rows.length] }],
	},
	rowSeverities: {
		applies: ({ rows }) => rows.some(({ severity }) => severity !== null),
		key: (page) => listed(severitiesOf(page)),
		explain: (one, other) => {
			const rows = severityApart(one, other);
			const places = rows === null ? rowsApart(one, other) : { lines: rows.map(({ line }) => line), only: [[], []] };
			return [{ ...places, values: [one, other].map((page) => listed(severitiesOf(page)) || 'no rows') }];
		},
	},
	pageSeverity: single('severity'),
	faq: items('faq'),
	mitigations: items('mitigations'),
	workarounds: items('workarounds'),
};

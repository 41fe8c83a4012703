/** Letters that must be put in, taken out or replaced to make one name of the other. */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [at, letter] of [...one].entries()) {
		const next = [at + 1];
		for (let index = 1; index <= other.length; index++) {
			const replaced = (row[index - 1] as number) + (letter === other[index - 1] ? 0 : 1);
			next.push(Math.min(replaced, (row[index] as number) + 1, (next[index - 1] as number) + 1));
		}
		row = next;
	}
	return row[other.length] as number;
}

/** The names that were probably meant, nearest first: misspelled, cut off, or in another case. */
export function nearNames(name: string, names: readonly string[]): string[] {
	const wanted = name.toUpperCase();
	const rated = names.map((candidate) => {
		const form = candidate.toUpperCase();
		const isPart = wanted.length > 2 && (form.includes(wanted) || wanted.includes(form));
		return { candidate, steps: isPart ? 1 : distance(wanted, form) };
	});
	return rated
		.filter(({ steps }) => steps <= Math.max(1, Math.floor(name.length / 3)))
		.sort((one, other) => one.steps - other.steps)
		.map(({ candidate }) => candidate);
}

// Writes the tables of docs/contract.md, between its markers, from the built schema; runs after `tsc`.
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { advisorySchema, diagnosticSchema } from '../dist/advisory/schema.js';

/** Longer sets of values than this are told in words. */
const LISTED = 8;

const escaped = (cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const values = (list) => list.map((value) => `\`${JSON.stringify(value)}\``).join(' \\| ');

function typeOf(schema) {
	if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
	if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' \\| ');
	if (schema.const !== undefined) return values([schema.const]);
	if (schema.enum !== undefined && schema.enum.length <= LISTED) return values(schema.enum);
	if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
	if (schema.minimum !== undefined && schema.maximum < LISTED) return `${schema.minimum}–${schema.maximum}`;
	return [schema.type].flat().join(' \\| ');
}

const fields = ({ properties }) =>
	table(
		['field', 'type', 'meaning'],
		Object.entries(properties).map(([name, field]) => [`\`${name}\``, typeOf(field), escaped(field.description)]),
	);

function formOf(schema) {
	if (schema.enum !== undefined) return values(schema.enum);
	return schema.format === 'date' ? '`YYYY-MM-DD`' : `\`${escaped(schema.pattern)}\``;
}

function recordTables() {
	const { $defs, ...record } = z.toJSONSchema(advisorySchema);
	const parts = Object.entries($defs).filter(([, part]) => part.type === 'object');
	const scalars = Object.entries($defs).filter(([, part]) => part.type !== 'object');
	return [
		'### Advisory',
		fields(record),
		...parts.flatMap(([name, part]) => [`### ${name}`, part.description, fields(part)]),
		'### Values',
		table(
			['name', 'values or pattern', 'meaning'],
			scalars.map(([name, scalar]) => [name, formOf(scalar), escaped(scalar.description)]),
		),
	].join('\n\n');
}

const GENERATED = {
	fields: recordTables,
	diagnostic: () => fields(z.toJSONSchema(diagnosticSchema)),
};

const target = new URL('../docs/contract.md', import.meta.url);
let page = readFileSync(target, 'utf8');
for (const [name, write] of Object.entries(GENERATED)) {
	const start = `<!-- generated:${name} -->`;
	const end = `<!-- /generated:${name} -->`;
	const from = page.indexOf(start);
	const to = page.indexOf(end);
	if (from === -1 || to < from) throw new Error(`docs/contract.md has no markers ${start} … ${end}`);
	page = `${page.slice(0, from + start.length)}\n\n${write()}\n\n${page.slice(to)}`;
}
writeFileSync(target, page);

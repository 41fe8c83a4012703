import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { advisorySchema, diagnosticSchema } from '../../src/advisory/schema.ts';

type Node = z.core.JSONSchema.BaseSchema;

const KEYWORDS = new Set(
	(
		'$schema $defs $ref title description type properties required additionalProperties items anyOf ' +
		'enum const pattern format minLength minItems minimum maximum'
	).split(' '),
);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema inside a schema, itself first, with its JSON pointer. */
function nodes(root: Node): [string, Node][] {
	const found: [string, Node][] = [['#', root]];
	for (const [pointer, node] of found) {
		for (const key of ['properties', '$defs'] as const) {
			for (const [name, inner] of Object.entries(node[key] ?? {})) {
				if (isNode(inner)) found.push([`${pointer}/${key}/${name}`, inner]);
			}
		}
		if (isNode(node.items)) found.push([`${pointer}/items`, node.items]);
		for (const [index, inner] of (node.anyOf ?? []).entries()) {
			if (isNode(inner)) found.push([`${pointer}/anyOf/${index}`, inner]);
		}
	}
	return found;
}

describe.each([
	['Advisory', z.toJSONSchema(advisorySchema)],
	['Diagnostic', z.toJSONSchema(diagnosticSchema)],
])('the JSON Schema of %s', (_, root) => {
	const all = nodes(root);

	test('is of draft 2020-12 and uses its keywords only', () => {
		expect(root.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
		expect(all.flatMap(([, node]) => Object.keys(node)).filter((key) => !KEYWORDS.has(key))).toEqual([]);
	});

	test('resolves every reference', () => {
		const pointers = new Set(all.map(([pointer]) => pointer));
		const refs = all.flatMap(([, node]) => (node.$ref === undefined ? [] : [node.$ref]));
		expect(refs.filter((ref) => !pointers.has(ref))).toEqual([]);
	});

	test('has patterns that compile as Unicode expressions', () => {
		for (const [, { pattern }] of all) if (pattern !== undefined) expect(() => new RegExp(pattern, 'u')).not.toThrow();
	});

	test('requires every key of every object and knows no other', () => {
		for (const [pointer, node] of all) {
			if (node.type !== 'object') continue;
			expect(node.required, pointer).toEqual(Object.keys(node.properties ?? {}));
			expect(node.additionalProperties, pointer).toBe(false);
		}
	});

	test('describes every field and every definition', () => {
		const silent = all.filter(
			([pointer, node]) => /\/(?:properties|\$defs)\/[^/]+$/.test(pointer) && (node.description ?? '') === '',
		);
		expect(silent.map(([pointer]) => pointer)).toEqual([]);
	});
});

test('sections refer to themselves', () => {
	const all = new Map(nodes(z.toJSONSchema(advisorySchema)));
	expect(all.get('#/$defs/Section/properties/children/items')).toEqual({ $ref: '#/$defs/Section' });
});

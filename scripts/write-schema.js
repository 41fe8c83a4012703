// Writes the JSON Schema of the record from the built zod schema; runs after `tsc`.
import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { advisorySchema } from '../dist/advisory/schema.js';

const { $schema, title, ...rest } = z.toJSONSchema(advisorySchema, {
	target: 'draft-2020-12',
	override: ({ jsonSchema }) => {
		// zod's bound of safe integers says nothing about the field
		if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	},
});
const schema = { $schema, $id: 'urn:technet-advisory:1', title, ...rest };
const target = new URL('../dist/advisory/advisory.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(schema, null, '\t')}\n`);

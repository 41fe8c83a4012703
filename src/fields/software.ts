import { familyOf } from '../products/read-product.ts';
import { candidate, type FieldReader } from './candidate.ts';

/** The rows of affected and not affected software, and the families they belong to. */
export const softwareReader: FieldReader = {
	name: 'software',
	read({ tables }) {
		const families = new Set(
			tables.affected.flatMap((row) => row.canonicalProducts.map(familyOf)).filter((family) => family !== null),
		);
		const sorted = [...families].sort((one, other) => (one < other ? -1 : 1));
		return [
			candidate('affectedSoftware', [...tables.affected]),
			candidate('notAffectedSoftware', [...tables.notAffected]),
			candidate('unjoinedRatings', [...tables.unjoined]),
			candidate('productFamilies', sorted),
		];
	},
};

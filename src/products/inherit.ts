import { familyNamed, printsAllPlatforms } from './families.ts';
import type { Member } from './members.ts';
import type { ProductStructure } from './structure.ts';

/**
 * What a list says once for all of its products: "Office 2010 and Office 2010 Service Pack 1 (32-bit editions)". Only
 * between service packs of one family, and the platform only of families that always print one.
 */
export function shareFeatures(members: readonly Member[]): Member[] {
	return members.map((member, index) => {
		const { product } = member;
		if (product === null) return member;
		const before = siblings(members, index, -1, product);
		const after = siblings(members, index, 1, product);
		const printed = printsAllPlatforms(familyNamed(product.family));
		const platform = product.platform ?? (printed ? platformOf([...after, ...before]) : null);
		const serverCore = product.serverCore || after.some((other) => other.serverCore && other.platform === platform);
		return { ...member, product: { ...product, platform, serverCore } };
	});
}

const platformOf = (products: readonly ProductStructure[]) =>
	products.find(({ platform }) => platform !== null)?.platform ?? null;

/** The other service packs of a product that are joined to it in one direction. */
function siblings(members: readonly Member[], from: number, step: 1 | -1, product: ProductStructure) {
	const found: ProductStructure[] = [];
	for (let at = from + step; at >= 0 && at < members.length; at += step) {
		const joint = members[step === 1 ? at : at + 1]?.separator;
		const other = members[at]?.product;
		if (joint !== 'join' || other?.family !== product.family || other.servicePack === product.servicePack) break;
		found.push(other);
	}
	return found;
}

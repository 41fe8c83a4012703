import { isServerCore } from './chunks.ts';
import { familyNamed, printsAllPlatforms } from './families.ts';
import type { Member } from './members.ts';
import type { ProductStructure } from './structure.ts';

/** The products of a name, and the components that it names on them. */
export interface Sides {
	readonly products: readonly Member[];
	readonly components: readonly Member[];
}

const isSystem = ({ product }: Member): boolean => product !== null && familyNamed(product.family)?.system === true;
const isHost = ({ product }: Member): boolean => product !== null && familyNamed(product.family)?.host === true;

/** Parts "component on product" by the words between them; where there are none, an operating system is the product. */
export function partSides(members: readonly Member[]): Sides {
	const systems = members.filter(isSystem);
	const others = members.filter((member) => !isSystem(member) && member.product !== null);
	const hosts = members.filter(({ separator }, index) => index > 0 && separator === 'host');
	// "7 on Vista and 7 on Vista Service Pack 1"
	if (
		hosts.length > 1 &&
		systems.length > 1 &&
		others.length + systems.length === members.length &&
		others.length > 0
	) {
		return { products: systems, components: others };
	}
	const cut = members.findIndex(({ separator }, index) => index > 0 && separator === 'host');
	if (cut > 0) {
		const [left, right] = [members.slice(0, cut), members.slice(cut)];
		const first = members[cut]?.componentFirst ?? true;
		const sides = first ? { components: left, products: right } : { components: right, products: left };
		const swapped = sides.components.every(isSystem) && !sides.products.some((one) => isSystem(one) || isHost(one));
		return swapped ? { components: sides.products, products: sides.components } : sides;
	}
	const together = members.some(
		(member, index) =>
			index > 0 && member.separator !== 'join' && isSystem(member) !== isSystem(members[index - 1] as Member),
	);
	return systems.length > 0 && others.length > 0 && together
		? { products: systems, components: others }
		: { products: members, components: [] };
}

/**
 * What is printed after a component, but said of what it runs on: "component on Windows Server 2012 (Server Core
 * installation)". A Server Core installation that no product can have makes a name unknown.
 */
export function placeFeatures(sides: Sides): Sides {
	const core = sides.components.some(lacksCore);
	const hasCore = ({ product }: Member) => product !== null && familyNamed(product.family)?.core === true;
	const placed = core && sides.products.every(hasCore);
	const platform = sides.components.find(({ product }) => isPart(product))?.product?.platform ?? null;
	const moves = platform !== null && sides.products.every(({ product }) => product !== null && lacksPlatform(product));
	const products = sides.products.map((member) => {
		const { product } = member;
		if (product === null || (lacksCore(member) && !placed)) return { ...member, product: null };
		const serverCore = product.serverCore || placed;
		return { ...member, product: { ...product, serverCore, platform: moves ? platform : product.platform } };
	});
	const components = sides.components.map((member) => {
		if (member.product === null || (lacksCore(member) && !placed)) return { ...member, product: null };
		return moves ? { ...member, product: { ...member.product, platform: null } } : member;
	});
	return { products, components };
}

const isPart = (product: ProductStructure | null): boolean =>
	product !== null && familyNamed(product.family)?.part === true;
const lacksCore = ({ items, product }: Member): boolean => product?.serverCore === false && items.some(isServerCore);
const lacksPlatform = ({ family, platform }: ProductStructure): boolean =>
	platform === null && printsAllPlatforms(familyNamed(family));

/** Products whose names hold what they are installed on: `Silverlight 5 when installed on Windows clients`. */
export function joinHosts({ products, components }: Sides): ProductStructure[] | null {
	const hosted = components[0]?.product ?? null;
	if (components.length !== 1 || hosted === null || familyNamed(hosted.family)?.hosted !== true) return null;
	const hosts = products.map(({ product }) => (product === null ? null : hostName(product)));
	return hosts.length === 0 || hosts.includes(null) ? null : hosts.map((host) => ({ ...hosted, host }));
}

const ANY_WINDOWS = 'Windows';
const HOST_PLATFORMS = { x86: ' (32-bit)', x64: ' (x64-based)', ia64: ' (Itanium-based)' };

function hostName({ family, platform }: ProductStructure): string | null {
	if (family !== ANY_WINDOWS) return familyNamed(family)?.host === true ? family : null;
	return platform === null ? family : family + HOST_PLATFORMS[platform];
}

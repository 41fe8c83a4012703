import type { Language } from '../language/prepare.ts';
import { isSystem } from '../products/families.ts';
import { type ReadProducts, readProducts } from '../products/read-product.ts';
import type { ProductCell } from './product-cell.ts';

/** A component as a row prints it, and as it is read. */
export interface Component {
	readonly cell: ProductCell;
	readonly names: ReadProducts;
}

/** The components of a piece of a component cell: `JScript 5.8 and VBScript 5.8 (2510587)` is two with one article. */
export function componentsIn(cell: ProductCell, readers: readonly Language[]): Component[] {
	const names = readProducts({ name: cell.name, header: null, group: null }, readers);
	const whole = [{ cell, names }];
	if (names.components.length > 0 || names.products.length < 2) return whole;
	const printed = printedParts(cell.name, names.productTexts);
	if (printed.length !== names.products.length) return whole;
	return names.products.map((product, index) => ({
		cell: { ...cell, name: printed[index] as string },
		names: { ...names, products: [product] },
	}));
}

/** What stands around the words of a name and belongs to it. */
const BEFORE = /(?:Microsoft[\s\u00A0]+(?:Windows[\s\u00A0]+)?)?\.?$/i;
const BEHIND = /^\s?\)/;

/** The parts of a name as it is printed; none where one of them is not found. */
function printedParts(name: string, parts: readonly string[]): string[] {
	const lower = name.toLowerCase();
	const found: string[] = [];
	let from = 0;
	for (const part of parts) {
		const at = lower.indexOf(part, from);
		if (at < 0 || lower.length !== name.length) return [];
		const start = at - (BEFORE.exec(name.slice(from, at))?.[0].length ?? 0);
		from = at + part.length;
		from += BEHIND.exec(name.slice(from))?.[0].length ?? 0;
		found.push(name.slice(start, from));
	}
	return found;
}

/** The one component that a row names; `null` where its words name several, or one operating system on another. */
export function canonicalComponent(component: Component | null, product: ReadProducts): string | null {
	if (component === null) return product.components.length > 1 ? null : (product.component?.name ?? null);
	const { products, component: named } = component.names;
	if (named !== null && products.every(isSystem)) return named.name;
	const [only] = products;
	if (only === undefined || products.length > 1) return null;
	return isSystem(only) && product.products.some(isSystem) ? null : only.name;
}

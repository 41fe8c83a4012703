import type { Language } from '../language/prepare.ts';
import { familyNamed } from '../products/families.ts';
import { readProducts } from '../products/read-product.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Column, Header } from './header.ts';
import { readProductCell } from './product-cell.ts';

/** A table whose columns have been told apart. */
export interface Laid {
	readonly grid: Grid;
	readonly header: Header;
}

/**
 * A table with a column a component: heads that name one (`DNS Server | WINS Server`), cells that name it on the product
 * that it is part of. Each is a column of products. What its other cells say ("see the row below") names none, and a
 * column of systems beside them only repeats what they name.
 */
export function layComponentColumns(laid: Laid, readers: readonly Language[]): Laid {
	const { grid, header } = laid;
	const body = grid.rows.slice(header.end);
	const found = new Set(
		header.columns.flatMap((column, index) => {
			const component = componentOf(column, readers);
			const names = (cell: GridCell | null | undefined) => component !== null && isOn(cell, component, readers);
			return component !== null && body.some(({ cells }) => names(cells[index])) ? index : [];
		}),
	);
	if (found.size === 0) return laid;
	const columns = header.columns.map((column, index): Column => {
		if (found.has(index)) return { ...column, role: 'software' };
		return column.role === 'operating-system' ? { ...column, role: null, text: '' } : column;
	});
	const rows = grid.rows.map((row, at) => {
		if (at < header.end) return row;
		const cells = row.cells.map((cell, index) => {
			const component = found.has(index) ? componentOf(header.columns[index] as Column, readers) : null;
			return cell === null || component === null || isOn(cell, component, readers) ? cell : { ...cell, text: '' };
		});
		return { ...row, cells };
	});
	return { grid: { ...grid, rows }, header: { ...header, columns } };
}

/** The one component that the head of a column names, where no pack knows it as the head of another. */
function componentOf({ role, text, cves }: Column, readers: readonly Language[]): string | null {
	if (role !== null || text === '' || cves.length > 0) return null;
	const { products } = readProducts({ name: text }, readers);
	const [only] = products;
	return products.length === 1 && only !== undefined && familyNamed(only.family)?.part === true ? only.name : null;
}

/** Whether a cell names a component on a product. */
function isOn(cell: GridCell | null | undefined, component: string, readers: readonly Language[]): boolean {
	if (!cell || cell.text === '') return false;
	const { products, components } = readProducts({ name: readProductCell(cell.cell.runs, readers).name }, readers);
	return products.length > 0 && components.some(({ name }) => name === component);
}

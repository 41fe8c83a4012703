/** The indexes of items in the order of the bytes of their paths; equal paths stay in the order of the items. */
export function orderByPath(items: readonly { readonly path: string }[]): number[] {
	const bytes = items.map(({ path }) => Buffer.from(path));
	return items
		.map((_, index) => index)
		.sort((one, other) => Buffer.compare(bytes[one] as Buffer, bytes[other] as Buffer) || one - other);
}

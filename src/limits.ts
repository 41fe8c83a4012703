/** Limits that end in a reject, some ten times what real pages have. */
export const LIMITS = {
	/** Bytes of a page (of a string: UTF-16 units); the largest real one has 1.2 MB. */
	bytes: 16 * 1024 * 1024,
} as const;

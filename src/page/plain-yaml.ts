const LINE = /^([A-Za-z_][\w.:]*): +(?:'([^']*)'|([^\s'"#&*!|>%@`{}[\],?:\-~=<][^']*?)) *$/;
/** A comment, or a key within a value. */
const STRUCTURE = /\s#|:(?:\s|$)/;
const PRINTED =
	/^[\x20-\x7E\u00A1-\u02FF\u0370-\u052F\u0E00-\u0E7F\u1E00-\u1EFF\u2010-\u2027\u3000-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E\n]*$/;

/**
 * Reads YAML that is one key and one plain or single-quoted value a line, as the front matter of nearly all pages is:
 * much sooner than a parser of all of YAML, and only where that one would read the same. `null` for anything else.
 */
export function readPlainYaml(text: string): Map<string, string> | null {
	if (!PRINTED.test(text)) return null;
	const values = new Map<string, string>();
	for (const line of text.replace(/^\n+|\n+$/g, '').split('\n')) {
		const match = LINE.exec(line);
		if (match === null) return null;
		const [, key = '', quoted, plain = ''] = match;
		if (values.has(key) || key.endsWith(':') || (quoted === undefined && STRUCTURE.test(plain))) return null;
		values.set(key, quoted ?? plain);
	}
	return values;
}

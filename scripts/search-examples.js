/** Questions in plain SQL, for docs/search-schema.md; a test asks them over an index of corpus/. */
export const EXAMPLES = [
	{
		asks: 'How many pages are there of each kind, in each language?',
		sql: `SELECT kind, locale, count(*) AS pages
FROM advisories GROUP BY kind, locale ORDER BY pages DESC, kind, locale;`,
	},
	{
		asks: 'Which documents are critical, newest first, each once however many translations it has?',
		sql: `SELECT id, min(published) AS published, count(DISTINCT locale) AS languages
FROM advisories WHERE severity = 'critical' GROUP BY id ORDER BY published DESC;`,
	},
	{
		asks: 'Which articles update which product, according to which page?',
		sql: `SELECT a.id, a.locale, coalesce(p.product, p.printed) AS product, p.kbs
FROM products p JOIN advisories a USING (page)
WHERE p.status = 'affected' AND p.kbs <> '' ORDER BY a.id, a.locale, p.position;`,
	},
	{
		asks: 'How is each vulnerability rated for each product?',
		sql: `SELECT DISTINCT r.cve, coalesce(p.product, p.printed) AS product, r.severity, r.impacts
FROM ratings r JOIN products p USING (page, software)
WHERE r.status = 'rated' ORDER BY r.cve, product;`,
	},
	{
		asks: 'Which vulnerabilities were public before there was an update?',
		sql: `SELECT DISTINCT c.cve, c.title, a.id FROM cves c JOIN advisories a USING (page)
WHERE c.disclosed = 1 ORDER BY c.cve;`,
	},
	{
		asks: 'What does each bulletin replace?',
		sql: `SELECT DISTINCT a.id, r.bulletin AS replaces, r.kb
FROM replaces r JOIN advisories a USING (page) ORDER BY a.id, replaces;`,
	},
	{
		asks: 'Where are workarounds told, and in how many letters?',
		sql: `SELECT a.id, a.locale, a.path, s.line, length(s.text) AS letters
FROM sections s JOIN advisories a USING (page) WHERE s.kind = 'workarounds' ORDER BY a.id, a.locale;`,
	},
	{
		asks: 'Which questions does each page answer?',
		sql: `SELECT a.id, a.locale, f.question, substr(f.answer, 1, 80) AS answer
FROM faq f JOIN advisories a USING (page) ORDER BY a.id, a.locale, f.position;`,
	},
	{
		asks: 'Which pages have all of these words, best first? Words are indexed in lower case and without diacritics.',
		sql: `SELECT a.id, a.locale, a.headline, bm25(page_text, 10, 10, 1) AS rank
FROM page_text JOIN advisories a ON a.page = page_text.rowid
WHERE page_text MATCH 'mail AND gateway' ORDER BY rank LIMIT 10;`,
	},
	{
		asks: 'What was noticed most often while the pages were read?',
		sql: `SELECT rule, severity, count(*) AS times, count(DISTINCT page) AS pages
FROM diagnostics GROUP BY rule, severity ORDER BY times DESC;`,
	},
	{
		asks: 'To which targets do most pages link?',
		sql: `SELECT url, kind, count(DISTINCT page) AS pages
FROM links GROUP BY url, kind ORDER BY pages DESC, url LIMIT 10;`,
	},
];

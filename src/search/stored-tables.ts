import { byPosition, line, page, position, type Table, text, whole } from './table.ts';

/** What stands between two pieces of a text, by the lowest two bits of a reference. */
const JOINED = "CASE piece.value & 3 WHEN 0 THEN char(10, 10) WHEN 1 THEN char(10) WHEN 2 THEN ' ' ELSE '' END";

/** The text that a list of references makes, or a stretch of it. */
const assembled = (pieces: string, from = '0', to = '9e9'): string =>
	`coalesce((SELECT group_concat(part, '') FROM (SELECT iif(piece.key = ${from}, '', ${JOINED}) || t.text AS part
		FROM json_each(${pieces}) piece JOIN stored_texts t ON t.text_id = piece.value >> 2
		WHERE piece.key >= ${from} AND piece.key < ${to} ORDER BY piece.key)), '')`;

const storedText = (column: string): string => `(SELECT text FROM stored_texts WHERE text_id = ${column})`;

/** Where words and addresses lie once, however many pages print them. */
export const STORED: readonly Table[] = [
	{
		name: 'index_info',
		meaning: 'What the index says of itself: `generator` of its records.',
		columns: [text('name', 'Name.', 'PRIMARY KEY'), text('value', 'Value.', 'NOT NULL')],
	},
	{
		name: 'stored_texts',
		meaning: 'Each line of text, title and message once.',
		columns: [whole('text_id', 'What `pieces` refer to.', 'PRIMARY KEY'), text('text', 'The text.', 'NOT NULL')],
	},
	{
		name: 'stored_urls',
		meaning: 'Each target of links once.',
		columns: [whole('url_id', 'Number.', 'PRIMARY KEY'), text('url', 'Address.', 'NOT NULL')],
	},
	{
		name: 'stored_sections',
		meaning: 'Sections by the pieces of their texts.',
		columns: [
			page,
			whole('section', 'Number of the section on the page, from 0, in printed order.', 'NOT NULL'),
			whole('parent', 'Number of the section around it.'),
			text('kind', 'As in `sections`.', 'NOT NULL'),
			whole('title_id', 'Its title.'),
			whole('level', 'As in `sections`.', 'NOT NULL'),
			line,
			text('pieces', 'JSON list: four times a `text_id`, plus what stands before the piece.', 'NOT NULL'),
		],
		primaryKey: 'page, section',
	},
	{
		name: 'stored_faq',
		meaning: 'Questions and answers as stretches of the pieces of their section.',
		columns: [
			page,
			position,
			whole('section', 'The section in which it stands.', 'NOT NULL'),
			whole('first', 'Place of the first piece of the question.', 'NOT NULL'),
			whole('middle', 'Place of the first piece of the answer.', 'NOT NULL'),
			whole('last', 'Place after the last piece of the answer.', 'NOT NULL'),
			text('pieces', 'Own pieces, where the section does not have the words in this form.'),
			whole('cve', 'Position in `cves` of the vulnerability to which it belongs.'),
			line,
		],
		primaryKey: byPosition,
	},
	{
		name: 'stored_links',
		meaning: 'Links by the numbers of target and text.',
		columns: [
			page,
			position,
			whole('url_id', 'Its target.', 'NOT NULL'),
			whole('text_id', 'Its words.', 'NOT NULL'),
			text('kind', 'As in `links`.', 'NOT NULL'),
			line,
		],
		primaryKey: byPosition,
	},
	{
		name: 'stored_diagnostics',
		meaning: 'Findings by the numbers of their texts.',
		columns: [
			page,
			position,
			text('rule', 'As in `diagnostics`.', 'NOT NULL'),
			text('severity', 'As in `diagnostics`.', 'NOT NULL'),
			whole('message_id', 'Its sentence.', 'NOT NULL'),
			line,
			whole('actual_id', 'What the page has.'),
			whole('expected_id', 'What it should have.'),
		],
		primaryKey: byPosition,
	},
];

/** The words in the form in which they are asked for. */
export const VIEWS: readonly Table[] = [
	{
		name: 'sections',
		meaning: 'The whole body of each page.',
		columns: [
			page,
			whole('section', 'Number of the section on the page, from 0, in printed order.'),
			whole('parent', 'Number of the section around it.'),
			text('kind', 'What it is about: `workarounds`, `faq` …'),
			text('title', 'Its title.'),
			whole('level', 'Depth, from 1.'),
			line,
			text('text', 'What stands between this title and the next.'),
		],
		select: `SELECT s.page, s.section, s.parent, s.kind, ${storedText('s.title_id')} AS title, s.level, s.line,
	${assembled('s.pieces')} AS text FROM stored_sections s`,
	},
	{
		name: 'faq',
		meaning: 'Questions and answers.',
		columns: [
			page,
			position,
			whole('section', 'The section in which it stands.'),
			whole('cve', 'Position in `cves` of the vulnerability to which it belongs.'),
			line,
			text('question', 'The question.'),
			text('answer', 'The whole answer.'),
		],
		select: `SELECT f.page, f.position, f.section, f.cve, f.line,
	${assembled('coalesce(f.pieces, s.pieces)', 'f.first', 'f.middle')} AS question,
	${assembled('coalesce(f.pieces, s.pieces)', 'f.middle', 'f.last')} AS answer
	FROM stored_faq f JOIN stored_sections s ON s.page = f.page AND s.section = f.section`,
	},
	{
		name: 'links',
		meaning: 'Every link, each target once a page.',
		columns: [
			page,
			position,
			text('url', 'Absolute address as printed.'),
			text('text', 'The words of the link.'),
			text('kind', '`kb`, `cve`, `bulletin`, `advisory`, `download`, `mail` or `web`.'),
			line,
		],
		select: `SELECT l.page, l.position, u.url, ${storedText('l.text_id')} AS text, l.kind, l.line
	FROM stored_links l JOIN stored_urls u ON u.url_id = l.url_id`,
	},
	{
		name: 'diagnostics',
		meaning: 'What was noticed on the page, where the index was built from pages or with diagnostics.',
		columns: [
			page,
			position,
			text('rule', 'Id of the rule.'),
			text('severity', '`error`, `warning` or `info`.'),
			text('message', 'One English sentence.'),
			line,
			text('actual', 'What the page has.'),
			text('expected', 'What it should have.'),
		],
		select: `SELECT d.page, d.position, d.rule, d.severity, ${storedText('d.message_id')} AS message, d.line,
	${storedText('d.actual_id')} AS actual, ${storedText('d.expected_id')} AS expected FROM stored_diagnostics d`,
	},
];

import { describe, expect, test } from 'vitest';
import type { Block, ListItem, Run } from '../../src/page/block.ts';
import { readHtmlDocument } from '../../src/page/html-document.ts';
import { textOf } from '../../src/page/plain-text.ts';

function read(source: string) {
	const document = readHtmlDocument(source);
	if ('reject' in document) throw new Error(document.reject);
	return document;
}

/** One line a block: depth of lists and quotes, kind, text. */
function outline(source: string): string[] {
	return read(source).blocks.map(
		(block) => `${'-'.repeat(depth(block.item))}${'>'.repeat(block.quote)}${describeBlock(block)}`,
	);
}

function depth(item: ListItem | null): number {
	let count = 0;
	for (let at = item; at !== null; at = at.parent) count++;
	return count;
}

function describeBlock(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `h${block.level} ${textOf(block.runs)}`;
		case 'paragraph':
			return `p ${textOf(block.runs)}`;
		case 'code':
			return `code ${textOf(block.runs)}`;
		case 'rule':
			return 'rule';
		case 'table':
			return `table ${block.table.rows.map((row) => `${row.kind}: ${row.cells.map((cell) => textOf(cell.runs)).join(' | ')}`).join('; ')}`;
	}
}

function runsOf(source: string): Run[] {
	return read(source).blocks.flatMap((block) => ('runs' in block ? block.runs : []));
}

const filler = 'This paragraph stands for the text of a page and is long enough to weigh. '.repeat(3).trim();
const main = (body: string): string => `<html><body><main>${body}</main></body></html>`;

describe('old pages between comments', () => {
	const frame = (body: string, end: string): string => `<HTML><HEAD>
<!--TOOLBAR_EXEMPT-->
<TITLE>Bulletin MS98-901</TITLE></HEAD><BODY bgcolor=#FFFFFF><A name=top></A>
<TABLE><TR><TD width=170><TABLE><TR><TD>&#149;</TD><TD><A href="/ms98-902.asp">Bulletin MS98-902</A><BR>Posted: 1998</TD></TR></TABLE></TD>
<TD>
<!----------------->
<!--BEGIN_CONTENT-->
<!----------------->
${body}
${end}
<HR size=1><TABLE><TR><TD>Print</TD></TR></TABLE></TD></TR></TABLE> &copy; 1999</BODY></HTML>`;

	test('end tags left out, headings in FONT, links to the top', () => {
		const body = `<H1>Bulletin MS98-901</H1>
<H2><A name=s1></A><FONT size=3>Summary</FONT></H2>
<P>First<BR>second
<P><B>Affected:</B>
<UL>
<LI>One
<LI>
<P>Two
<P>more
</UL>
<P align=right><FONT size=1><A href=#top>Back to top</A></FONT></P>
<P><I>Built</I>`;
		expect(outline(frame(body, '<!--END_CONTENT-->'))).toEqual([
			'h1 Bulletin MS98-901',
			'h2 Summary',
			'p First\nsecond',
			'p Affected:',
			'-p One',
			'-p Two',
			'-p more',
			'p Built',
		]);
	});

	test('bold cells on a ground of their own are a header', () => {
		const body = `<H1>Bulletin MS98-901</H1><TABLE border=1>
<TR bgcolor=#CCCCCC><TD><B>Product</B></TD><TD><FONT size=1><B>Patch</B></FONT></TD></TR>
<TR><TD><B>One</B></TD><TD>A</TD></TR></TABLE>
<TABLE border=1><TR><TD><B>Product</B></TD></TR><TR><TD>One</TD></TR></TABLE>`;
		expect(outline(frame(body, '<!--END_CONTENT-->'))).toEqual([
			'h1 Bulletin MS98-901',
			'table head: Product | Patch; body: One | A',
			'table body: Product; body: One',
		]);
	});

	test('without comments: the cell above signature and footer', () => {
		const page = `<body><div id=menu><a href=/x>Bulletin MS98-777</a></div><table>
<tr><td><h1>Bulletin MS98-901</h1><p>${filler}</p></td></tr><tr><td>Signature</td><td>Footer</td></tr></table></body>`;
		expect(outline(page)).toEqual(['h1 Bulletin MS98-901', `p ${filler}`]);
	});
});

describe('pages with the frame of 2003', () => {
	const frame = (
		body: string,
	): string => `<!-- saved from url=(0054)http://www.microsoft.com/technet/security/ms08-901.mspx -->
<HTML><HEAD><META name=MS.LOCALE content=XX-YY></HEAD><BODY><A name=top></A>
<TABLE id=msviMasthead><TR><TD id=msviGlobalToolbar>Products</TD></TR></TABLE>
<TABLE><TR><TD><DIV id=mnpMenuTop><DIV class=mnpMenuRow><A href=/x>Bulletin MS08-902</A></DIV></DIV><H4>Popular</H4></TD>
<TD id=contentArea><TABLE><TR id=topRow><TD height=4></TD></TR><TR id=mainRow><TD>${body}</TD></TR>
<TR id=bottomRow><TD><TABLE class=dataTable><TR><TD>MS08-903</TD></TR></TABLE><DIV id=ratingsArea>Useful?</DIV></TD></TR></TABLE></TD>
<TD id=thinColumn>Print</TD></TR></TABLE><TABLE id=msviFooter><TR><TD>Article date: 2007</TD></TR></TABLE></BODY></HTML>`;
	const box = `<H5>On this page</H5><TABLE>
<TR><TD class=onThisPage><A href=#EAC><IMG src="x/arrow_px_down.gif" alt="General"></A></TD><TD class=onThisPage><A href=#EAC>General</A></TD></TR>
<TR><TD><A href=#EBC><IMG src="x/arrow_px_down.gif"></A></TD><TD><A href=#EBC>Details</A></TD></TR></TABLE>`;
	const top = '<DIV class=topOfPage><A href=#top><IMG src="x/arrow_px_up.gif"></A><A href=#top>Top</A></DIV>';
	const body = `<H1>Bulletin MS08-901</H1><H2 class=subtitle>Sub</H2><P>Published:&nbsp;2008</P>${box}
<H3 id=EAC>General</H3>${top}
<H4><A href="javascript:void(0)" onclick="Toggle('t')"><IMG src="x/plus.gif"></A>&nbsp;Details</H4>
<DIV id=t style="display:none"><P>Hidden, but text.</P><TABLE class=dataTable><THEAD><TR><TH>A</TH></TR></THEAD><TR><TD>b</TD></TR></TABLE>${top}</DIV>`;
	const expected = [
		'h1 Bulletin MS08-901',
		'h2 Sub',
		'p Published: 2008',
		'h3 General',
		'h4 Details',
		'p Hidden, but text.',
		'table head: A; body: b',
	];

	test('box, arrows and expanders go, what they fold stays', () => {
		expect(outline(frame(body))).toEqual(expected);
		expect(read(frame(body))).toMatchObject({
			address: 'http://www.microsoft.com/technet/security/ms08-901.mspx',
			languages: ['XX-YY'],
		});
	});

	test('the same without class names, and with links to the page made absolute', () => {
		const plain = body.replaceAll(/ class=(?:onThisPage|topOfPage|subtitle)/g, '');
		const absolute = plain.replaceAll('href=#', 'href=http://www.microsoft.com/technet/security/ms08-901.mspx#');
		expect(outline(frame(plain))).toEqual(expected);
		expect(outline(frame(absolute))).toEqual(expected);
	});

	test('a list of links that are no headings of the page stays', () => {
		const list = '<UL><LI><A href=#f1>First question</A></LI><LI><A href=#f2>Second question</A></LI></UL>';
		expect(outline(frame(`<H1>Bulletin MS08-901</H1>${list}`))).toHaveLength(3);
	});

	test('a replayed copy: toolbar gone, targets as they were', () => {
		const prefix = '/web/20090112041209/';
		const toolbar = `<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>var wbCurrentUrl = "http://www.microsoft.com/a.mspx";</script>
<div id="wm-ipp" style="display:none"><table><tr><td>JAN</td></tr></table></div><!-- END WAYBACK TOOLBAR INSERT -->`;
		const page = frame(`<H1>Bulletin MS08-901</H1><P><A href="${prefix}http://go.microsoft.com/?id=1">One</A>
<A href="http://web.archive.org/web/2009im_/https://support.microsoft.com/kb/1">Two</A></P>`)
			.replace('<!-- saved', '<!-- xaved')
			.replace('<A name=top>', toolbar);
		expect(outline(page)).toEqual(['h1 Bulletin MS08-901', 'p One Two']);
		const targets = new Set(runsOf(page).flatMap((run) => run.link ?? []));
		expect([...targets].map((link) => link.url)).toEqual([
			'http://go.microsoft.com/?id=1',
			'https://support.microsoft.com/kb/1',
		]);
		expect(read(page).address).toBe('http://www.microsoft.com/a.mspx');
	});
});

describe('library pages', () => {
	const frame = (body: string): string => `<!DOCTYPE html><html lang="xx">
<!-- Mirrored from technet.microsoft.com/xx-yy/library/ms14-901.aspx by HTTrack Website Copier/3.x -->
<head><meta name="Ms.Locale" content="xx-yy"><meta name="ms.contentlang" content="XX"><meta name="ms.assetid" content="ms14-901"></head><body>
<div id="megabladeContainer"><div class="bladeItemMenu" style="display: none;"><ul><li>KB 2963983</li></ul></div></div>
<div id="ux-header"><form id="selectLocaleForm"><ul style="display:none"><li>Bulletin MS14-901</li></ul></form></div>
<div class="printExportMenus">Export (0) Print</div><div id="leftNav"><div id="tocnav"><div class="toclevel2 current"><a>Bulletin MS14-901</a></div></div></div>
<div id="content"><div><div class="topic"><p>Security Bulletin</p><h1 class="title">Bulletin MS14-901</h1><p>Published: 2014</p>
<div id="mainSection"><div id="mainBody">${body}</div></div></div></div>
<script type="text/x-jquery-tmpl"><h2>\${Title}</h2></script><div class="communityContentContainer"><h2>Community Additions</h2></div>
<div class="libraryMemberFilter">Show: Inherited</div></div><div id="ux-footer">(c)</div>
<![CDATA[ x > <p>y</p> ]]></body></html>`;
	const head = ['p Security Bulletin', 'h1 Bulletin MS14-901', 'p Published: 2014'];
	const fold = '<div class="sectionblock" style="display: none"><a id="sectionToggle0"></a><p>Folded</p></div>';
	const image = '<span class="cl_CollapsibleArea_expanding LW_CollapsibleArea_Img"></span>';
	const title = '<span class="LW_CollapsibleArea_Title">Part</span>';
	const anchor = `<div class="LW_CollapsibleArea_Anchor_Div"><a class="LW_CollapsibleArea_Anchor_Img" title="Share">#</a></div>
<div class="LW_CollapsibleArea_HrDiv"><hr class="LW_CollapsibleArea_Hr"></div>`;
	const link = `<a href="javascript:void(0)" class="LW_CollapsibleArea_TitleAhref" title="Collapse">${image}${title}</a>`;

	test.each([
		['span in div', `<div class="LW_CollapsibleArea_TitleDiv">${title}</div>`],
		['span in link', `<div class="LW_CollapsibleArea_TitleDiv">${link}</div>`],
		['link in div in heading', `<h2 class="LW_CollapsibleArea_TitleDiv"><div>${link}${anchor}</div></h2>`],
		['link in heading in div', `<div class="LW_CollapsibleArea_TitleDiv"><h2>${link}${anchor}</h2></div>`],
		['between empty headings', `<h2></h2><div class="LW_CollapsibleArea_TitleDiv">${link}</div><h2> </h2>`],
	])('expander: %s', (_, expander) => {
		const page = frame(`<div class="LW_CollapsibleArea_Container">${expander}${fold}</div><p>After</p>`);
		expect(outline(page)).toEqual([...head, 'h2 Part', 'p Folded', 'p After']);
		expect(runsOf(page).every((run) => run.link === null)).toBe(true);
	});

	test('what the page says about itself', () => {
		const page = frame('<p>x</p>');
		const { matter, languages, address } = read(page);
		expect(languages).toEqual(['xx-yy', 'xx', 'XX']);
		expect(address).toBe('http://technet.microsoft.com/xx-yy/library/ms14-901.aspx');
		const asset = matter.get('ms:assetid');
		expect(asset?.value).toBe('ms14-901');
		expect(page.slice(asset?.start, asset?.end)).toBe('ms14-901');
	});

	test('a note is a table', () => {
		const note =
			'<div class="alert"><table><tr><th><img src="n.gif">Note</th></tr><tr><td>Text</td></tr></table></div>';
		expect(outline(frame(note))).toEqual([...head, 'table head: Note; body: Text']);
	});
});

describe('docs and learn', () => {
	test('docs: page data and outline go', () => {
		const page = `<html lang="xx-yy"><head><link rel="canonical" href="https://docs.microsoft.com/xx-yy/901"><meta name="TOCTitle" content="901">
<script type="application/ld+json">{"datePublished":"2017-10-11"}</script></head><body>
<div id="cookie-banner">Cookies</div><header role="banner"><h2>Docs</h2></header><nav><ul><li>Advisory 902</li></ul></nav>
<main id="main" class="content"><h1 id="h">Advisory 901</h1><ul class="metadata page-metadata"><li><time>10/11/2017</time></li></ul>
<nav id="center-doc-outline"><h3>In this article</h3><ol><li><a href="#h-1">General</a></li></ol></nav>
<!-- <content> --><h2 id="h-1">General</h2><p>Text</p><p> </p><!-- </content> --></main>
<div class="feedback-verbatim"><h3>Useful?</h3></div><section class="related"><h2>Related</h2><p>Published: 2015</p></section></body></html>`;
		expect(outline(page)).toEqual(['h1 Advisory 901', 'h2 General', 'p Text']);
		expect(read(page)).toMatchObject({ address: 'https://docs.microsoft.com/xx-yy/901', languages: ['xx-yy'] });
		expect(read(page).matter.get('TOCTitle')?.value).toBe('901');
	});

	test('learn: title and text in parts of their own', () => {
		const page = `<body><main id="main"><div id="ms--content-header">Note</div><div id="article-header"><button>Ask</button><h4>Share via</h4></div>
<div><div class="content"><div hidden><p>Access requires authorization</p></div><h1>Advisory 901</h1></div>
<div id="article-metadata"><local-time>2023</local-time></div><nav id="center-doc-outline"><h2 id="ms--in-this-article">In this article</h2></nav>
<div>Summarize</div><div class="content"><p>Published: 2009</p><h2>General</h2></div></div></main></body>`;
		expect(outline(page)).toEqual(['h1 Advisory 901', 'p Published: 2009', 'h2 General']);
	});
});

describe('pages without a known frame', () => {
	test('the smallest element with title and most of the text', () => {
		const page = `<html><head><title>Bulletin MS10-901</title></head><body><form id="aspnetForm"><div id="menu"><ul><li><a href=/a>Bulletin MS10-902</a></li></ul></div>
<div id="c"><span>Export (0)</span><div><h2>Bulletin MS10-901</h2><p>${filler}</p><p>${filler}</p></div></div><div id="side"><p>Latest news</p></div></form></body></html>`;
		expect(outline(page)).toEqual(['h2 Bulletin MS10-901', `p ${filler}`, `p ${filler}`]);
	});

	test('a bare fragment', () => {
		expect(outline('Text <b>bold</b><p>more')).toEqual(['p Text bold', 'p more']);
		expect(outline('')).toEqual([]);
	});
});

describe('blocks', () => {
	test('lists, quotes, rules, code', () => {
		const page = main(`<ol><li>a<ul><li>b</li></ul>c</li></ol><ul><li>d</li><ul><li>e</li></ul></ul>
<blockquote><p>q</p></blockquote><hr><pre>
 x &lt;
   y</pre>`);
		expect(outline(page)).toEqual(['-p a', '--p b', '-p c', '-p d', '--p e', '>p q', 'rule', 'code x <\n   y']);
		const items = read(page).blocks.flatMap((block) => block.item ?? []);
		expect(items.map((item) => item.ordered)).toEqual([true, false, true, false, false]);
		expect(items[0]).toBe(items[2]);
		expect(items.every((item) => page.startsWith('<li>', item.start))).toBe(true);
	});

	test('layout tables are seen through, what the parser moves out of data tables is read once', () => {
		const layout =
			'<table><tr><td><h2>T</h2>a<p>b</p></td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>';
		expect(outline(main(layout))).toEqual(['h2 T', 'p a', 'p b', 'table body: 1 | 2']);
		const stray =
			'<table><thead><tr><th>H</th></tr></thead>stray<p>lost</p><tr><td>1 <a href=#top>top</a></td></tr></table>';
		expect(outline(main(stray))).toEqual(['table head: H; stray: stray\nlost; body: 1']);
		const inner = '<table><tr><th>H</th></tr><div>a<table><tr><td>zz</td></tr></table></div></table>';
		expect(outline(main(inner)).join().match(/zz/g)).toHaveLength(1);
	});

	test('a heading that is never closed does not swallow the text', () => {
		expect(outline(main('<h2>Title<p>text<ul><li>item</ul><h3>Next</h3>'))).toEqual([
			'h2 Title',
			'p text',
			'-p item',
			'h3 Next',
		]);
	});

	test('formatting that spans blocks, or is never closed, goes on', () => {
		const strong = (page: string): string =>
			runsOf(page)
				.filter((run) => run.strong)
				.map((run) => run.text.trim())
				.join('/');
		expect(strong(main('<b><p>one</p><p>two</p></b><p>three</p>'))).toBe('one/two');
		expect(strong(main('<p>a <b>one<p>two</b> three'))).toBe('one/two');
		expect(strong(main('<p><b>one <a href=#top>up</a> two</b> three</p>'))).toBe('one/two');
		expect(outline(main('<p>a <b>one<p>two</b> three'))).toEqual(['p a one', 'p two three']);
		const linked = runsOf(main('<a href="http://x/"><div>one</div></a>'));
		expect(linked.map((run) => [run.text, run.link?.url])).toEqual([['one', 'http://x/']]);
	});

	test('every exact run is the source at its place', () => {
		const page = main(
			'<h1>A&nbsp;b</h1><p>c <em>d</em>&#150;<br>e</p><table><tr><th>f</th><td>g&amp;h</td></tr></table>',
		);
		for (const run of runsOf(page)) {
			if (run.kind === 'text' && run.text.length === run.end - run.start) {
				expect(page.slice(run.start, run.end)).toBe(run.text);
			}
		}
		expect(outline(page)).toEqual(['h1 A b', 'p c d\u2013\ne', 'table body: f | g&h']);
	});

	test('relative links follow the base element; without it, the server the page came from', () => {
		const url = (page: string): string | undefined => runsOf(page)[0]?.link?.url;
		expect(url('<base href="http://a.example/b/"><p><a href="c">x</a>')).toBe('http://a.example/b/c');
		const saved = '<!-- saved from url=(0022)http://a.example/b/c.x -->';
		expect(url(`${saved}<p><a href="/d">x</a>`)).toBe('http://a.example/d');
		expect(url(`${saved}<p><a href="d.htm">x</a>`)).toBe('d.htm');
	});
});

describe('limits', () => {
	test.each([
		['blocks', '<div>'.repeat(5000)],
		['lists', '<ul><li>'.repeat(2000)],
		['ordinary elements under closed blocks', '<span><div></span></div>'.repeat(5000)],
		['tables that hide end tags', `${'<div><table><td></div></td></table>'.repeat(2000)}`],
		['formatting that goes on', Array.from({ length: 2000 }, (_, index) => `<p><font size=${index}>x</p>`).join('')],
	])('rejects nested %s', (_, page) => {
		expect(readHtmlDocument(page)).toEqual({ reject: 'limit-nesting' });
	});

	test.each([
		['paragraphs', '<p>x'.repeat(2000)],
		['items', `<ul>${'<li>x'.repeat(2000)}`],
		['equal formatting', '<p><font size=1>x'.repeat(2000)],
		['anchors', '<a name=x>y '.repeat(2000)],
		['headings', '<h2>x'.repeat(2000)],
	])('reads many unclosed %s', (_, page) => {
		expect(readHtmlDocument(page)).not.toHaveProperty('reject');
	});

	test('reads more children than a call has arguments', () => {
		expect(outline(main('<p>x'.repeat(130_000)))).toHaveLength(130_000);
	}, 60_000);

	test('tags in scripts, attributes and comments do not nest', () => {
		const tags = '<div>'.repeat(2000);
		expect(outline(main(`<!-- ${tags} --><script>"${tags}"</script><p>x</p>`))).toEqual(['p x']);
	});
});

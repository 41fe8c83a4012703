import { expect, test } from 'vitest';
import type { Block, ListItem } from '../../src/page/block.ts';
import { engine } from '../../src/page/engine-unified.ts';
import { textOf } from '../../src/page/plain-text.ts';
import { readPage } from '../../src/page/read-page.ts';

const MARKDOWN = `---
TOCTitle: 901
---

Advisory 901
============

Published: 2009 | Updated: 2010

### General \\[1\\]

**Purpose:** to tell *something* about [KB 901](https://support.microsoft.com/kb/901)<sup>\\[1\\]</sup>.

1.  One
2.  Two

    more

    -   deep

<table>
<thead>
<tr class="header"><th>Product</th><th>Severity</th></tr>
</thead>
<tbody>
<tr class="odd"><td colspan="2"><strong>Group</strong></td></tr>
<tr class="even"><td>A<br />
(KB901)</td><td>High &amp; low</td></tr>
</tbody>
</table>

> Quoted

    code  line
      two

---

| Mark | Text |
|------|------|
| a    | b\\*  |
`;

const HTML = `<!DOCTYPE html><html><head><meta name="TOCTitle" content="901"></head><body><nav>Advisory 902</nav><main>
<h1>Advisory&nbsp;901</h1><ul class="metadata"><li>2 minutes</li></ul>
<p>Published: 2009 |
Updated: 2010</p>
<h3><a href="javascript:void(0)"><img src="plus.gif"></a>&nbsp;General [1]</h3>
<div style="display:none"><p><b>Purpose:</b> to tell <i>something</i> about <a href="/web/2012/https://support.microsoft.com/kb/901">KB 901</a><sup>[1]</sup>.</p>
<ol><li>One</li><li><p>Two</p><p>more</p><ul><li>deep</li></ul></li></ol>
<table><thead><tr><th>Product</th><th>Severity</th></tr></thead>
<tr><td colspan=2><b>Group</b></td></tr><tr><td>A<br>(KB901)</td><td>High &amp; low</td></tr></table>
<blockquote><p>Quoted</p></blockquote>
<pre>code  line
  two</pre><hr>
<table><tr><th>Mark</th><th>Text</th></tr><tr><td>a</td><td>b*</td></tr></table></div>
</main><footer>Footer</footer></body></html>`;

function itemsAround(item: ListItem | null): boolean[] {
	const around: boolean[] = [];
	for (let at = item; at !== null; at = at.parent) around.unshift(at.ordered);
	return around;
}

/** What of a block does not depend on the way it was written. */
function essence(block: Block) {
	const where = { kind: block.kind, items: itemsAround(block.item), quote: block.quote };
	if (block.kind === 'rule') return where;
	if (block.kind === 'table') {
		const rows = block.table.rows.map((row) => [
			row.kind,
			...row.cells.map((cell) => [textOf(cell.runs), cell.header, cell.columns, cell.rows]),
		]);
		return { ...where, rows };
	}
	const styled = block.runs.filter((run) => run.text.trim() !== '');
	return {
		...where,
		text: textOf(block.runs),
		strong: styled.filter((run) => run.strong).map((run) => run.text),
		emphasis: styled.filter((run) => run.emphasis).map((run) => run.text),
		raised: styled
			.filter((run) => run.raised)
			.map((run) => run.text)
			.join(''),
		links: styled.flatMap((run) => run.link?.url ?? []),
	};
}

const blocksOf = (value: string) =>
	readPage({ value, encoding: 'utf-8', bytes: value.length }, engine).page?.blocks ?? [];

test('a page as markdown and as HTML document is the same blocks', () => {
	const markdown = blocksOf(MARKDOWN).map(essence);
	expect(markdown.length).toBeGreaterThan(10);
	expect(blocksOf(HTML).map(essence)).toEqual(markdown);
});

import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/page/block.ts';
import { textOf } from '../../src/page/plain-text.ts';

const run = (kind: Run['kind'], text: string): Run => ({
	kind,
	text,
	start: 0,
	end: text.length,
	strong: false,
	emphasis: false,
	raised: false,
	link: null,
});
const text = (letters: string) => run('text', letters);
const code = (letters: string) => run('code', letters);
const soft = run('soft', '\n');
const hard = run('break', '\n');

describe('the text of several runs', () => {
	it.each<[string, Run[], string]>([
		['blanks at the seams are one', [text('one '), text(' two'), text('  three')], 'one two three'],
		['code keeps its blanks', [text('run '), code(' a  b '), text('now')], 'run  a  b now'],
		['a soft break is a blank', [text('one \t'), soft, text(' two')], 'one two'],
		['of several soft breaks too', [text('one'), soft, soft, text('two')], 'one two'],
		['none between letters that need no blanks', [text('\u66f4 '), soft, text('\u65b0')], '\u66f4\u65b0'],
		['but one beside others', [text('\u66f4'), soft, text('Word')], '\u66f4 Word'],
		['a soft break at the start or end is nothing', [soft, text('one'), soft], 'one'],
		['a hard break ends the line', [text('one '), hard, text(' two')], 'one\ntwo'],
		['with all blanks before it', [text('one'), text(' '), code(' \t'), hard, text('two')], 'one\ntwo'],
		['a soft break behind a hard one is nothing', [text('one'), hard, soft, text('two')], 'one\ntwo'],
		['what is not seen is nothing', [text('one'), text('\u200b'), soft, text('\u00ad'), text('two')], 'one two'],
		['letters and their marks meet', [text('e'), text('\u0301')], '\u00e9'],
		['no runs', [], ''],
	])('%s', (_, runs, expected) => {
		expect(textOf(runs)).toBe(expected);
	});

	// looking at the end of a text that grows would take minutes
	it('of very many runs', () => {
		const runs = Array.from({ length: 400_000 }, (_, index) => (index % 3 === 2 ? soft : text(' word ')));
		expect(textOf(runs)).toHaveLength(5 * 266_667 - 1);
	});
});

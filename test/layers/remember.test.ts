import { expect, it } from 'vitest';
import { remember, rememberWith } from '../../src/text/remember.ts';

it('makes a thing once, and again when too many others came between', () => {
	const made: string[] = [];
	const lengthOf = remember((text) => {
		made.push(text);
		return text.length;
	}, 2);
	expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
	expect(made).toEqual(['a', 'bb']);
	expect(['ccc', 'a'].map(lengthOf)).toEqual([3, 1]);
	expect(made).toEqual(['a', 'bb', 'ccc', 'a']);
});

it('makes what is too long each time', () => {
	const made: string[] = [];
	const keep = remember(
		(text) => {
			made.push(text);
			return text;
		},
		10,
		2,
	);
	expect(['ab', 'abc', 'abc', 'ab'].map(keep)).toEqual(['ab', 'abc', 'abc', 'ab']);
	expect(made).toEqual(['ab', 'abc', 'abc']);
});

it('remembers that there is nothing', () => {
	let asked = 0;
	const find = remember(() => {
		asked += 1;
		return null;
	}, 2);
	expect([find('a'), find('a')]).toEqual([null, null]);
	expect(asked).toBe(1);
});

it('keeps apart what is made with one thing and with another', () => {
	const [marks, others] = [{ sign: '!' }, { sign: '?' }];
	let made = 0;
	const signed = rememberWith((text, { sign }: { sign: string }) => {
		made += 1;
		return text + sign;
	}, 10);
	expect([signed('a', marks), signed('a', others), signed('a', marks), signed('b', marks)]).toEqual([
		'a!',
		'a?',
		'a!',
		'b!',
	]);
	expect(made).toBe(3);
});

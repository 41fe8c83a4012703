import { couldNotRun, wrongUsage } from '../failure.ts';
import { counted } from '../quantity.ts';
import { nearNames } from './near-names.ts';

/** A value of a record, and the way to it. */
export interface Field {
	readonly pointer: string;
	/** The field of the record that it lies in. */
	readonly top: string;
	readonly value: unknown;
}

/** Names that are shown of a field that does not exist, where many would be near. */
const SHOWN = 8;

/** `revisions/0/date`, `/revisions/0/date`, `revisions.0.date`, `revisions[0].date` to the steps of the way. */
export function stepsOf(field: string): string[] {
	if (field.includes('/')) return field.replace(/^\//, '').split('/').map(unescapeStep);
	return field.replace(/\[(\d+)\]/g, '.$1').split('.');
}

const unescapeStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** Follows a way into a record; an error says where it ends, and what was probably meant. */
export function findField(record: object, field: string): Field {
	const steps = stepsOf(field);
	let value: unknown = record;
	let pointer = '';
	for (const step of steps) {
		value = Array.isArray(value) ? itemOf(value, step, pointer) : partOf(value, step, pointer, record);
		pointer += `/${step}`;
	}
	return { pointer, top: steps[0] ?? '', value };
}

function itemOf(list: readonly unknown[], step: string, pointer: string): unknown {
	const index = /^\d+$/.test(step) ? Number(step) : Number.NaN;
	if (index < list.length) return list[index];
	const range = list.length === 0 ? '' : `: ${pointer}/0 to ${pointer}/${list.length - 1}`;
	const size = `${pointer} has ${counted(list.length, 'item')} on this page${range}`;
	throw Number.isNaN(index) ? wrongUsage(`${step} is no item of ${pointer}; ${size}`) : couldNotRun(size);
}

function partOf(value: unknown, step: string, pointer: string, record: object): unknown {
	if (value === null) throw couldNotRun(`${pointer} is null on this page; nothing lies under it`);
	if (typeof value !== 'object') throw wrongUsage(`${pointer} is a ${typeof value}; nothing lies under it`);
	if (Object.hasOwn(value as object, step)) return (value as Record<string, unknown>)[step];
	const names = Object.keys(value as object);
	const near = [...nearNames(step, names).map((name) => `${pointer}/${name}`), ...pointersTo(step, record)];
	const unknown = step === '' ? 'the field is empty' : `there is no field ${pointer}/${step}`;
	const hint = near.length > 0 ? 'did you mean' : 'take one of';
	const shown = near.length > 0 ? [...new Set(near)].slice(0, SHOWN) : names;
	throw wrongUsage(`${unknown}; ${hint} ${shown.join(', ')}`);
}

/** Where a name lies deeper in the record: one pointer of each kind, items by the first that has it. */
function pointersTo(name: string, record: object): string[] {
	const found = new Map<string, string>();
	const stack: { pointer: string; shape: string; value: unknown }[] = [{ pointer: '', shape: '', value: record }];
	for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
		const { pointer, shape, value } = entry;
		if (typeof value !== 'object' || value === null) continue;
		for (const [key, child] of Object.entries(value).reverse()) {
			const own = Array.isArray(value) ? shapeOfItem(shape) : `${shape}/${key}`;
			if (key === name && !found.has(own)) found.set(own, `${pointer}/${key}`);
			stack.push({ pointer: `${pointer}/${key}`, shape: own, value: child });
		}
	}
	return [...found.values()].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
}

/** The tree of sections has one shape at all depths. */
const shapeOfItem = (list: string): string =>
	list.endsWith('/children') ? list.slice(0, -'/children'.length) : `${list}/*`;

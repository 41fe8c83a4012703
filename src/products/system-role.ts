import { isSystem } from './families.ts';
import type { ProductStructure } from './structure.ts';

/** Names that stand for all systems of a role. */
const ROLES: Readonly<Record<string, 'client' | 'server'>> = {
	'Windows clients': 'client',
	'Windows servers': 'server',
};

/** The role that a name stands for, as ratings tell clients and servers apart; `null` of every product. */
export const roleNamed = ({ family }: ProductStructure): 'client' | 'server' | null => ROLES[family] ?? null;

/** Whether all that is named stands for a role, and something is. */
export const areRoles = (products: readonly ProductStructure[]): boolean =>
	products.length > 0 && products.every((product) => roleNamed(product) !== null);

/** Whether an operating system is a client or a server; `null` of what is none. */
export function roleOf({ family }: ProductStructure): 'client' | 'server' | null {
	if (!isSystem({ family })) return null;
	return family.includes('Server') ? 'server' : 'client';
}

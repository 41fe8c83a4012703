import { type Family, familyNamed } from './families.ts';

export type Platform = 'x86' | 'x64' | 'ia64';

/** A name of a product taken apart, as far as it says something; what it does not say is `null`. */
export interface ProductStructure {
	/** The `name` of a family of the product data. */
	readonly family: string;
	readonly edition: string | null;
	/** `null` too where a family prints nothing for x86, or has one platform only. */
	readonly platform: Platform | null;
	/** The number, with its letter: `2`, `6a`. */
	readonly servicePack: string | null;
	readonly update: string | null;
	readonly branch: string | null;
	readonly serverCore: boolean;
	/** What it is installed on, for the few products whose names say so. */
	readonly host: string | null;
}

export interface ProductName extends ProductStructure {
	/** The canonical name. */
	readonly name: string;
}

const SYSTEMS = { x86: ' for 32-bit Systems', x64: ' for x64-based Systems', ia64: ' for Itanium-based Systems' };
const BITS = { x86: ' (32-bit)', x64: ' (64-bit)', ia64: SYSTEMS.ia64 };

/** The canonical English name: family, edition, platform, service pack, update, branch, Server Core, host. */
export function canonicalName(structure: ProductStructure): string {
	const { family, edition, servicePack, update, branch, serverCore, host } = structure;
	return [
		family,
		edition === null ? '' : ` ${edition}`,
		platformWords(familyNamed(family), structure.platform),
		servicePack === null ? '' : ` Service Pack ${servicePack}`,
		update === null ? '' : ` ${update}`,
		branch === null ? '' : ` (${branch})`,
		serverCore ? ' (Server Core installation)' : '',
		host === null ? '' : ` when installed on ${host}`,
	].join('');
}

function platformWords(family: Family | null, platform: Platform | null): string {
	if (platform === null) return '';
	switch (family?.platforms) {
		case 'none':
			return '';
		case 'systems':
			return SYSTEMS[platform];
		case 'editions':
		case 'xp':
			if (platform === 'x86') return '';
			if (platform === 'ia64') return SYSTEMS.ia64;
			return family.platforms === 'xp' ? ' Professional x64 Edition' : ' x64 Edition';
		default:
			return BITS[platform];
	}
}

export const named = (structure: ProductStructure): ProductName => ({
	family: structure.family,
	edition: structure.edition,
	platform: structure.platform,
	servicePack: structure.servicePack,
	update: structure.update,
	branch: structure.branch,
	serverCore: structure.serverCore,
	host: structure.host,
	name: canonicalName(structure),
});

/** Whether a product lies within what another name says, as far as that one says something. */
export function isWithin(row: ProductStructure, broader: ProductStructure): boolean {
	const line = familyNamed(broader.family)?.line === true && row.family.startsWith(`${broader.family} `);
	if (row.family !== broader.family && !line) return false;
	for (const part of ['edition', 'platform', 'servicePack', 'update', 'branch', 'host'] as const) {
		if (broader[part] !== null && broader[part] !== row[part]) return false;
	}
	return !broader.serverCore || row.serverCore;
}

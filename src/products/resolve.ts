import type { PlatformWord } from '../language/pack.ts';
import type { Item } from './chunks.ts';
import { type Family, familyNamed } from './families.ts';
import type { Platform, ProductStructure } from './structure.ts';

/** What the phrases of one product say apart from its family; `null` where they contradict each other. */
export interface Features {
	readonly editions: readonly string[];
	readonly platform: PlatformWord | null;
	readonly servicePack: string | null;
	readonly update: string | null;
	readonly branch: string | null;
	readonly serverCore: boolean;
}

/** Says less than the other words of platforms: beside one of them it says nothing. */
const ANY_64_BIT = '64-bit' satisfies PlatformWord;

export const NO_FEATURES: Features = {
	editions: [],
	platform: null,
	servicePack: null,
	update: null,
	branch: null,
	serverCore: false,
};

/** Gathers the features among the phrases of one product; the same one twice is one. */
export function featuresOf(items: readonly Item[]): Features | null {
	const seen = new Map<string, string>();
	const editions = new Set<string>();
	for (const { word, number } of items) {
		if (word === null || word.kind === 'family') continue;
		const value = (word.kind === 'service-pack' ? number : 'value' in word ? word.value : word.kind) ?? '';
		const filled = value.replace('{n}', number ?? '');
		const known = seen.get(word.kind) ?? filled;
		if (word.kind === 'edition') editions.add(filled);
		else if (known === filled || known === ANY_64_BIT) seen.set(word.kind, filled);
		else if (filled !== ANY_64_BIT) return null;
	}
	return {
		editions: [...editions],
		platform: (seen.get('platform') as PlatformWord | undefined) ?? null,
		servicePack: seen.get('service-pack') ?? null,
		update: seen.get('update') ?? null,
		branch: seen.get('branch') ?? null,
		serverCore: seen.has('server-core'),
	};
}

/** Puts a product together; `null` where its family has no such edition. */
export function compose(name: string, features: Features): ProductStructure | null {
	const family = familyNamed(name);
	// a brand alone has no service pack: "Windows Service Pack 4" leaves out of which
	if (family === null || (family.brand === true && features.servicePack !== null)) return null;
	const platform = platformOf(family, features.platform);
	const edition = features.editions.join(' ');
	if (edition !== '' && !allows(family, edition)) return null;
	const said = edition === '' || (edition === 'Professional' && platform === 'x64') ? null : edition;
	const { servicePack, update, branch } = features;
	const serverCore = features.serverCore && family.core === true;
	return { family: name, edition: said, platform, servicePack, update, branch, serverCore, host: null };
}

const allows = (family: Family, edition: string): boolean =>
	family.editions?.some((known) => known === edition || known === edition.replace(/\d+/, '{n}')) ?? false;

function platformOf(family: Family, word: PlatformWord | null): Platform | null {
	if (word === null || family.platforms === 'none') return null;
	const platform = word === ANY_64_BIT ? (family.sixtyFour ?? 'x64') : word;
	const silent = family.platforms === 'editions' || family.platforms === 'xp';
	return silent && platform === 'x86' ? null : platform;
}

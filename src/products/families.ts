import components from './data/components.json' with { type: 'json' };
import office from './data/office.json' with { type: 'json' };
import systems from './data/operating-systems.json' with { type: 'json' };
import servers from './data/servers-and-tools.json' with { type: 'json' };

/**
 * How a family prints its platforms: `for x64-based Systems`; `x64 Edition`, nothing for x86; the same with
 * `Professional`; not at all because there is one platform; `(64-bit)`, where nothing is said.
 */
export type PlatformStyle = 'systems' | 'editions' | 'xp' | 'none';

/** A product apart from its editions, platforms and service packs. */
export interface Family {
	/** The canonical spelling, never with the maker's name in front. */
	readonly name: string;
	readonly aliases?: readonly string[];
	readonly platforms?: PlatformStyle;
	/** What "64-bit" means of this family, where it is not x64. */
	readonly sixtyFour?: 'ia64';
	/** The editions that a name may hold; `{n}` for a number. */
	readonly editions?: readonly string[];
	/** An operating system. */
	readonly system?: boolean;
	/** Part of a product that a table names beside it. */
	readonly part?: boolean;
	/** The suite whose service packs are its own: it has none apart from them. */
	readonly suite?: string;
	/** Has a Server Core installation. */
	readonly core?: boolean;
	/** Has GDR and QFE branches. */
	readonly branches?: boolean;
	/** No product, but what one is installed on: `Windows clients`. */
	readonly host?: boolean;
	/** Its name holds what it is installed on. */
	readonly hosted?: boolean;
	/** Stands before names of other families and adds nothing to them: `Office Excel Viewer`. */
	readonly brand?: boolean;
	/** Names all versions: families whose names go on after this one's lie within it. */
	readonly line?: boolean;
}

export const FAMILIES = [...systems, ...office, ...components, ...servers] as readonly Family[];

const BY_NAME = new Map(FAMILIES.map((family) => [family.name, family]));

export const familyNamed = (name: string): Family | null => BY_NAME.get(name) ?? null;

/** Whether a product is an operating system. */
export const isSystem = ({ family }: { readonly family: string }): boolean => familyNamed(family)?.system === true;

/** Whether a name of a family says its platform wherever there is one to say. */
export const printsAllPlatforms = (family: Family | null): boolean =>
	family !== null && (family.platforms === undefined || family.platforms === 'systems');

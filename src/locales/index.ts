import type { LocalePack } from '../language/pack.ts';
import csCZ from './cs-CZ.json' with { type: 'json' };
import daDK from './da-DK.json' with { type: 'json' };
import deDE from './de-DE.json' with { type: 'json' };
import enUS from './en-US.json' with { type: 'json' };
import ptBR from './pt-BR.json' with { type: 'json' };
import zhTW from './zh-TW.json' with { type: 'json' };

/** The packs of the package, in the order of their tags. A test holds each to the pack's schema. */
export const LOCALES = [csCZ, daDK, deDE, enUS, ptBR, zhTW] as readonly LocalePack[];

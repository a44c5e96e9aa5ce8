import { type DialectName, dialectNames, safeProfile } from '../../../electron/contract/printer-profile';
import type { Dialect } from './dialect';

const spoken = import.meta.glob<Dialect>('./spoken/*.ts', { eager: true, import: 'dialect' });

/** Last what suits every printer. */
const inTurn = [...dialectNames.filter((name) => name !== safeProfile.dialect), safeProfile.dialect];

/**
 * Every dialect of the contract, each of the file in `spoken` that has its name; in the order in which a search looks for
 * the first that suits. Throws as it is loaded where a file is missing.
 */
export const dialects = Object.fromEntries(
  inTurn.map((name) => {
    const dialect = spoken[`./spoken/${name}.ts`];
    if (!dialect) throw new Error(`native/printer/dialects/spoken/${name}.ts is missing`);
    return [name, dialect];
  }),
) as Readonly<Record<DialectName, Dialect>>;

import type { Migration } from 'kysely/migration';
import { people } from './0001-people';
import { halls } from './0002-halls';
import { projections } from './0003-projections';

/** Every step in its order, by name. A step that a centre has run is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-halls': halls,
  '0003-projections': projections,
};

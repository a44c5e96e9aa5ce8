import { type Catalogue, catalogue } from '../../texts/catalogue';
import indonesian from '../../texts/id/office/history-acts.json';
import type { RouteName, routes } from '../routes';

/** What somebody who signed in, or a program in their place, changes. */
type Act = {
  [Name in RouteName]: (typeof routes)[Name] extends { method: 'GET' }
    ? never
    : Extract<(typeof routes)[Name]['callers'][number], 'staff' | 'supervisor' | 'admin'> extends never
      ? never
      : Name;
}[RouteName];

/** What is written down by no route's name. */
type FurtherAct =
  | 'setup'
  | 'takeOver'
  | 'signIn'
  | 'signOut'
  | 'signInFailed'
  | 'backupFile'
  | 'institution_renamed'
  | 'counter_paused'
  | 'counter_resumed'
  | 'service_paused'
  | 'service_resumed'
  | 'hall_paused'
  | 'hall_resumed';

type WrittenAct = Act | FurtherAct;

/** What was done, for people. */
export const actNames: Catalogue<WrittenAct> = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/history-acts.json', { eager: true, import: 'default' }),
);

export const acts: readonly WrittenAct[] = Object.keys(indonesian) as (keyof typeof indonesian)[];

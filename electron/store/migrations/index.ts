import { first } from './0001-first';

/** In order; the position plus one is the database's `user_version` after it. Never edit one that was released. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-first', sql: first },
];

import { query, type Reader } from './store';

/** What a text for everybody is compared with: the names of all accounts, and the complaint that it tells of; null: it is forgotten. */
export function readKnownPersons(
  reader: Reader,
  code: string | null,
): { readonly names: readonly string[]; readonly complaint: string | null } {
  const names = reader
    .all(query.selectFrom('users').select('displayName'))
    .map(({ displayName }) => displayName);
  const complaint =
    code === null
      ? undefined
      : reader.first(query.selectFrom('complaints').select('text').where('code', '=', code));
  return { names, complaint: complaint?.text ?? null };
}

import type { Role } from '../../contract/staff';
import { Refusal } from '../../queue/refusal';
import { prepared } from '../../store/prepared';
import { query, type Reader } from '../../store/store';
import type { ActionContext } from '../action';
import { hashToken, newToken } from './secret-hash';

/** Another program, proved by its token. */
export interface TokenHolder {
  readonly tokenId: number;
  readonly roles: readonly Role[];
  /** Milliseconds since 1970 UTC, or null: never. */
  readonly lastUsedAt: number | null;
}

/** Makes a token; returns its id and the token itself, of which only the hash is stored. */
export function makeToken(
  { transaction, now, actor }: ActionContext,
  input: { readonly name: string; readonly roles: readonly Role[] },
): { readonly tokenId: number; readonly token: string } {
  const token = newToken();
  const { lastId } = transaction.run(
    query.insertInto('api_tokens').values({
      name: input.name,
      rolesJson: JSON.stringify(input.roles),
      tokenHash: hashToken(token),
      createdAt: now,
      createdBy: actor.kind === 'user' ? actor.userId : null,
    }),
  );
  return { tokenId: lastId, token };
}

/** Changes what is given of a token that still lets in. Throws `Refusal('not_found')`. */
export function changeToken(
  { transaction }: ActionContext,
  tokenId: number,
  change: { readonly name?: string | undefined; readonly roles?: readonly Role[] | undefined },
): void {
  const { changes } = transaction.run(
    query
      .updateTable('api_tokens')
      .set((row) => ({
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(change.roles === undefined ? {} : { rolesJson: JSON.stringify(change.roles) }),
        version: row('version', '+', 1),
      }))
      .where('id', '=', tokenId)
      .where('revokedAt', 'is', null),
  );
  if (changes === 0) throw new Refusal('not_found');
}

/** Makes a token worthless from now on. Throws `Refusal('not_found')`. */
export function revokeToken({ transaction, now }: ActionContext, tokenId: number): void {
  const { changes } = transaction.run(
    query
      .updateTable('api_tokens')
      .set((row) => ({ revokedAt: now, version: row('version', '+', 1) }))
      .where('id', '=', tokenId)
      .where('revokedAt', 'is', null),
  );
  if (changes === 0) throw new Refusal('not_found');
}

const tokenInForce = prepared((values: { tokenHash: string }) =>
  query
    .selectFrom('api_tokens')
    .select(['id', 'rolesJson', 'lastUsedAt'])
    .where('tokenHash', '=', values.tokenHash)
    .where('revokedAt', 'is', null),
);

/** The program that a token stands for, or undefined. */
export function findTokenHolder(reader: Reader, token: string): TokenHolder | undefined {
  const row = reader.first(tokenInForce({ tokenHash: hashToken(token) }));
  return row && { tokenId: row.id, roles: JSON.parse(row.rolesJson) as Role[], lastUsedAt: row.lastUsedAt };
}

/** Notes that a token is in use. */
export function touchToken({ transaction, now }: ActionContext, tokenId: number): void {
  transaction.run(query.updateTable('api_tokens').set({ lastUsedAt: now }).where('id', '=', tokenId));
}

import type { AdminToken } from '../../contract/admin';
import type { Role } from '../../contract/staff';
import { localInstant, localInstantOrNull } from '../../queue/local-instant';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

const rows = query
  .selectFrom('api_tokens')
  .leftJoin('users', 'users.id', 'api_tokens.createdBy')
  .selectAll('api_tokens')
  .select('users.displayName as maker');

/** All tokens, the newest first, revoked ones too; never what lets in. */
export function listTokens(context: ViewContext): AdminToken[] {
  return context.reader.all(rows.orderBy('api_tokens.id', 'desc')).map((row) => shown(context, row));
}

/** One token, or undefined. */
export function findToken(context: ViewContext, tokenId: number): AdminToken | undefined {
  const row = context.reader.first(rows.where('api_tokens.id', '=', tokenId));
  return row && shown(context, row);
}

function shown(
  { hall }: ViewContext,
  row: {
    readonly id: number;
    readonly version: number;
    readonly name: string;
    readonly rolesJson: string;
    readonly createdAt: number;
    readonly lastUsedAt: number | null;
    readonly revokedAt: number | null;
    readonly maker: string | null;
  },
): AdminToken {
  const { timezone } = hall.settings;
  return {
    id: String(row.id),
    version: row.version,
    name: row.name,
    roles: JSON.parse(row.rolesJson) as Role[],
    createdAt: localInstant(row.createdAt, timezone),
    createdBy: row.maker,
    lastUsedAt: localInstantOrNull(row.lastUsedAt, timezone),
    revoked: row.revokedAt !== null,
  };
}

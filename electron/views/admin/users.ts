import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type AdminUser, leave, type UserSession } from '../../contract/admin';
import { lastDayOfLeave } from '../../queue/leave';
import { localInstant } from '../../queue/local-instant';
import { storedReach } from '../../store/account-reach';
import type { Tables } from '../../store/schema';
import { sessionIdleMs, sessionLongestMs } from '../../store/sessions';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

const storedLeave = z.array(leave);

/** All users by name. */
export function listUsers(context: ViewContext): AdminUser[] {
  const sessions = new Map<number, number>();
  for (const { userId } of context.reader.all(liveSessions(context.now).select('userId'))) {
    sessions.set(userId, (sessions.get(userId) ?? 0) + 1);
  }
  const desks = new Map(
    context.reader
      .all(query.selectFrom('desks').select(['userId', 'label']).where('userId', 'is not', null))
      .map(({ userId, label }) => [userId, label]),
  );
  return context.reader
    .all(query.selectFrom('users').selectAll().orderBy('username'))
    .map((row) => shown(context, row, sessions.get(row.id) ?? 0, desks.get(row.id) ?? null));
}

/** One user, or undefined. */
export function findUser(context: ViewContext, userId: number): AdminUser | undefined {
  const { reader, now } = context;
  const row = reader.first(query.selectFrom('users').selectAll().where('id', '=', userId));
  if (!row) return undefined;
  const sessions = reader.all(liveSessions(now).select('userId').where('userId', '=', userId)).length;
  const desk = reader.first(query.selectFrom('desks').select('label').where('userId', '=', userId));
  return shown(context, row, sessions, desk?.label ?? null);
}

/** Where a user is signed in, the newest first; `currentHash` is that of the session that asks. */
export function listSessions(
  { reader, now, hall }: ViewContext,
  userId: number,
  currentHash: string | null,
): UserSession[] {
  const { timezone } = hall.settings;
  return reader
    .all(liveSessions(now).selectAll().where('userId', '=', userId).orderBy('createdAt', 'desc'))
    .map((row) => ({
      id: sessionId(row.tokenHash),
      createdAt: localInstant(row.createdAt, timezone),
      lastSeenAt: localInstant(row.lastSeenAt, timezone),
      address: row.address,
      current: row.tokenHash === currentHash,
    }));
}

/** The hash of the token of one of a user's sessions, by the id that `listSessions` shows; or undefined. */
export function sessionHash({ reader }: ViewContext, userId: number, id: string): string | undefined {
  return reader
    .all(query.selectFrom('sessions').select('tokenHash').where('userId', '=', userId))
    .find(({ tokenHash }) => sessionId(tokenHash) === id)?.tokenHash;
}

function liveSessions(now: number) {
  return query
    .selectFrom('sessions')
    .where('lastSeenAt', '>', now - sessionIdleMs)
    .where('createdAt', '>', now - sessionLongestMs);
}

function sessionId(tokenHash: string): string {
  return createHash('sha256').update(tokenHash).digest('base64url').slice(0, 16);
}

function shown(
  { businessDate }: ViewContext,
  row: Selectable<Tables['users']>,
  sessions: number,
  deskLabel: string | null,
): AdminUser {
  const { wholeHall, institutions, counterIds } = storedReach(row);
  const days = storedLeave.parse(JSON.parse(row.leaveJson));
  return {
    id: String(row.id),
    version: row.version,
    username: row.username,
    displayName: row.displayName,
    role: row.role,
    wholeHall,
    institutions: [...institutions],
    counterIds: counterIds?.map(String) ?? null,
    active: row.active === 1,
    mustChangePassword: row.mustChangePassword === 1,
    leave: days,
    onLeaveUntil: lastDayOfLeave(days, businessDate),
    sessions,
    deskLabel,
  };
}

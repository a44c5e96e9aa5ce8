import { sql } from 'kysely';
import { adminActs } from '../../contract/admin-acts';
import type { AuditEntry, AuditPage, AuditQuery } from '../../contract/admin-audit';
import { dayInstants, epochDayOf } from '../../queue/local-day';
import { localInstant } from '../../queue/local-instant';
import { formatNumber } from '../../queue/number';
import { type MeantNumber, meantNumbers } from '../../queue/typed-number';
import type { Tables } from '../../store/schema';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

interface Row
  extends Pick<
    Tables['audit'],
    'at' | 'userId' | 'actor' | 'action' | 'subject' | 'beforeJson' | 'afterJson'
  > {
  readonly id: number;
  readonly username: string | null;
  readonly displayName: string | null;
  readonly program: string | null;
}

const defaultLimit = 50;
const wholeDay = [{ from: 0, to: 24 * 60 }];

/** A page of what was done, the newest first: `GET /admin/audit`. */
export function auditView({ reader, hall }: ViewContext, wanted: AuditQuery): AuditPage {
  const limit = wanted.limit ?? defaultLimit;
  const found = reader.all(fitting(hall, wanted).limit(limit + 1));
  const page = found.slice(0, limit);
  return {
    entries: page.map((row) => entryOf(row, hall.settings.timezone)),
    next: found.length > limit ? String(page.at(-1)?.id) : null,
  };
}

/** The acts that fit, the newest first, and no more than so many. */
export function fittingActs(
  { reader, hall }: ViewContext,
  wanted: Omit<AuditQuery, 'cursor' | 'limit'>,
  most: number,
): AuditEntry[] {
  return reader.all(fitting(hall, wanted).limit(most)).map((row) => entryOf(row, hall.settings.timezone));
}

function fitting({ settings: { timezone } }: ViewContext['hall'], wanted: Omit<AuditQuery, 'limit'>) {
  let rows = query
    .selectFrom('audit')
    .leftJoin('users', 'users.id', 'audit.userId')
    .selectAll('audit')
    .leftJoin('api_tokens', (join) => join.on(sql<boolean>`audit.actor = 'token:' || api_tokens.id`))
    .select(['users.username', 'users.displayName', 'api_tokens.name as program'])
    .orderBy('audit.id', 'desc');
  if (wanted.cursor !== undefined) rows = rows.where('audit.id', '<', Number(wanted.cursor));
  if (wanted.from !== undefined) {
    const day = dayInstants(wholeDay, epochDayOf(wanted.from), timezone)[0];
    if (day) rows = rows.where('audit.at', '>=', day.from);
  }
  if (wanted.to !== undefined) {
    const day = dayInstants(wholeDay, epochDayOf(wanted.to), timezone).at(-1);
    if (day) rows = rows.where('audit.at', '<', day.to);
  }
  if (wanted.userId !== undefined) rows = rows.where('audit.userId', '=', Number(wanted.userId));
  if (wanted.part !== undefined) {
    rows = rows.where('audit.action', wanted.part === 'admin' ? 'in' : 'not in', adminActs);
  }
  if (wanted.action !== undefined) rows = rows.where('audit.action', '=', wanted.action);
  if (wanted.subject !== undefined) rows = rows.where('audit.subject', '=', wanted.subject);
  if (wanted.text !== undefined) {
    const pattern = `%${wanted.text.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(
      sql<boolean>`(audit.action || ' ' || coalesce(audit.subject, '') || ' ' || coalesce(users.displayName, '') || ' ' || coalesce(users.username, '') || ' ' || coalesce(api_tokens.name, '') || ' ' || coalesce(audit.beforeJson, '') || ' ' || coalesce(audit.afterJson, '')) LIKE ${pattern} ESCAPE '\\'`,
    );
  }
  if (wanted.address !== undefined) {
    const pattern = `${wanted.address.toLowerCase()}%`;
    rows = rows.where(
      sql<boolean>`audit.action IN ('signIn', 'signInFailed') AND lower(audit.afterJson ->> '$.address') LIKE ${pattern}`,
    );
  }
  if (wanted.number !== undefined) rows = rows.where(aboutNumber(meantNumbers(wanted.number)));
  return rows;
}

/** Acts on a number, by what they noted of it; older ones noted no more than the ticket's row. */
function aboutNumber(meant: readonly MeantNumber[]) {
  const each = meant.map(({ prefix, sequence }) => {
    const number = formatNumber(prefix ?? '%', sequence);
    const tickets = query
      .selectFrom('tickets')
      .where('sequence', '=', sequence)
      .select(sql<string>`'ticket:' || tickets.id`.as('subject'));
    const those = prefix === null ? tickets : tickets.where('prefix', '=', prefix);
    return sql`(audit.afterJson ->> '$.number') LIKE ${number} OR audit.subject IN (${those})`;
  });
  // What can be no number is nowhere.
  return each.length === 0 ? sql<boolean>`FALSE` : sql<boolean>`(${sql.join(each, sql` OR `)})`;
}

function entryOf(row: Row, timezone: string): AuditEntry {
  return {
    id: String(row.id),
    at: localInstant(row.at, timezone),
    user:
      row.userId === null
        ? null
        : { id: String(row.userId), username: row.username ?? '', displayName: row.displayName ?? '' },
    actor: row.actor,
    program: row.program,
    action: row.action,
    subject: row.subject,
    before: parsed(row.beforeJson),
    after: parsed(row.afterJson),
  };
}

function parsed(json: string | null): AuditEntry['before'] {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

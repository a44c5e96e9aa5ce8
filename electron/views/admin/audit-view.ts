import { sql } from 'kysely';
import { adminActs } from '../../contract/admin-acts';
import type { AuditPage, AuditQuery } from '../../contract/admin-audit';
import { dayInstants, epochDayOf } from '../../queue/local-day';
import { localInstant } from '../../queue/local-instant';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

const usualLimit = 50;
const wholeDay = [{ from: 0, to: 24 * 60 }];

/** A page of what was done, the newest first: `GET /admin/audit`. */
export function auditView({ reader, hall }: ViewContext, wanted: AuditQuery): AuditPage {
  const { timezone } = hall.settings;
  const limit = wanted.limit ?? usualLimit;
  let rows = query
    .selectFrom('audit')
    .leftJoin('users', 'users.id', 'audit.userId')
    .selectAll('audit')
    .leftJoin('api_tokens', (join) => join.on(sql<boolean>`audit.actor = 'token:' || api_tokens.id`))
    .select(['users.username', 'users.displayName', 'api_tokens.name as program'])
    .orderBy('audit.id', 'desc')
    .limit(limit + 1);
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
  const found = reader.all(rows);
  const page = found.slice(0, limit);
  return {
    entries: page.map((row) => ({
      id: String(row.id),
      at: localInstant(row.at, timezone),
      user:
        row.userId === null
          ? null
          : {
              id: String(row.userId),
              username: row.username ?? '',
              displayName: row.displayName ?? '',
            },
      actor: row.actor,
      program: row.program,
      action: row.action,
      subject: row.subject,
      before: parsed(row.beforeJson),
      after: parsed(row.afterJson),
    })),
    next: found.length > limit ? String(page.at(-1)?.id) : null,
  };
}

function parsed(json: string | null): AuditPage['entries'][number]['before'] {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

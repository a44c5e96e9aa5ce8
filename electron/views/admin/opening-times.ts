import type { Selectable } from 'kysely';
import type { AdminClosure, AdminHours } from '../../contract/admin-hall';
import { localized } from '../../contract/common';
import { openingWeek } from '../../contract/configuration';
import type { Tables } from '../../store/schema';
import { query, type Reader } from '../../store/store';
import { StoredRow, unnamed } from './stored-json';

/** All weekly hours, the hall's first. */
export function listHours(reader: Reader): AdminHours[] {
  return reader
    .all(query.selectFrom('hours').selectAll().orderBy('id'))
    .map(shownHours)
    .sort((a, b) => Number(b.scope === 'hall') - Number(a.scope === 'hall'));
}

/** The weekly hours with this id, or undefined. */
export function findHours(reader: Reader, hoursId: number): AdminHours | undefined {
  const row = reader.first(query.selectFrom('hours').selectAll().where('id', '=', hoursId));
  return row && shownHours(row);
}

/** All closures by their first day. */
export function listClosures(reader: Reader): AdminClosure[] {
  return reader
    .all(query.selectFrom('closures').selectAll().orderBy('fromDate').orderBy('id'))
    .map(shownClosure);
}

/** One closure, or undefined. */
export function findClosure(reader: Reader, closureId: number): AdminClosure | undefined {
  const row = reader.first(query.selectFrom('closures').selectAll().where('id', '=', closureId));
  return row && shownClosure(row);
}

function shownHours(row: Selectable<Tables['hours']>): AdminHours {
  const stored = new StoredRow();
  return {
    id: String(row.id),
    version: row.version,
    scope: row.scope,
    week: stored.read('week', openingWeek, row.weekJson, []),
    lastTicketMinutesBefore: row.lastTicketMinutesBefore,
    unreadable: stored.unreadable,
  };
}

function shownClosure(row: Selectable<Tables['closures']>): AdminClosure {
  const stored = new StoredRow();
  return {
    id: String(row.id),
    version: row.version,
    scope: row.scope,
    from: row.fromDate,
    to: row.toDate,
    reason: stored.read('reason', localized, row.reasonJson, unnamed),
    week: row.weekJson === null ? null : stored.read('week', openingWeek, row.weekJson, []),
    unreadable: stored.unreadable,
  };
}

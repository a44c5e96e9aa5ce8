import type { Selectable } from 'kysely';
import type { AdminCounter } from '../../contract/admin-hall';
import { localized } from '../../contract/common';
import { prefixesHeardAs } from '../../queue/prefix-sounds';
import type { Tables } from '../../store/schema';
import { query, type Reader } from '../../store/store';
import { prefixesInUse } from './prefixes';
import { StoredRow, unnamed } from './stored-json';

/** The counters in the order of the menu; archived ones too where asked for. */
export function listCounters(reader: Reader, archivedToo: boolean): AdminCounter[] {
  const prefixes = prefixesInUse(reader);
  return reader
    .all(query.selectFrom('counters').selectAll().orderBy('position').orderBy('id'))
    .filter((row) => archivedToo || row.archivedAt === null)
    .map((row) => shown(row, prefixes));
}

/** One counter, archived or not, or undefined. */
export function findCounter(reader: Reader, counterId: number): AdminCounter | undefined {
  const row = reader.first(query.selectFrom('counters').selectAll().where('id', '=', counterId));
  return row && shown(row, prefixesInUse(reader));
}

function shown(row: Selectable<Tables['counters']>, prefixes: ReadonlySet<string>): AdminCounter {
  const stored = new StoredRow();
  return {
    id: String(row.id),
    version: row.version,
    archived: row.archivedAt !== null,
    code: row.code,
    name: stored.read('name', localized, row.nameJson, { ...unnamed, id: row.code }),
    hint: stored.read('hint', localized, row.hintJson, { ...unnamed, id: row.agency }),
    agency: row.agency,
    group: row.groupName,
    icon: row.icon,
    zone: row.zone,
    position: row.position,
    paused: row.paused === 1,
    priorityRatio: row.priorityRatio,
    waitLimitMinutes: row.waitLimitMinutes,
    phoneJoining: row.phoneJoining === 1,
    soundsLike: prefixesHeardAs(row.code, prefixes),
    unreadable: stored.unreadable,
  };
}

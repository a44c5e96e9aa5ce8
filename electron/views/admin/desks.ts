import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AdminDesk } from '../../contract/admin-hall';
import type { Tables } from '../../store/schema';
import { query, type Reader } from '../../store/store';
import { StoredRow } from './stored-json';

const storedIds = z.array(z.number().int().positive()).nullable();

/** The desks by number; archived ones too where asked for. */
export function listDesks(reader: Reader, archivedToo: boolean): AdminDesk[] {
  return reader
    .all(query.selectFrom('desks').selectAll().orderBy('number').orderBy('id'))
    .filter((row) => archivedToo || row.archivedAt === null)
    .map(shown);
}

/** One desk, archived or not, or undefined. */
export function findDesk(reader: Reader, deskId: number): AdminDesk | undefined {
  const row = reader.first(query.selectFrom('desks').selectAll().where('id', '=', deskId));
  return row && shown(row);
}

function shown(row: Selectable<Tables['desks']>): AdminDesk {
  const stored = new StoredRow();
  const serviceIds = stored.read('serviceIds', storedIds, row.serviceIdsJson ?? 'null', null);
  const otherCounterIds = stored.read('otherCounterIds', storedIds, row.otherCounterIdsJson, null) ?? [];
  return {
    id: String(row.id),
    version: row.version,
    archived: row.archivedAt !== null,
    counterId: String(row.counterId),
    otherCounterIds: otherCounterIds.map(String),
    number: row.number,
    label: row.label,
    serviceIds: serviceIds?.map(String) ?? null,
    unreadable: stored.unreadable,
  };
}

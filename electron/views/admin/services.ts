import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AdminService } from '../../contract/admin-hall';
import { localized, localizedList } from '../../contract/common';
import { priority } from '../../contract/tickets';
import { prefixesHeardAs } from '../../queue/prefix-sounds';
import type { Tables } from '../../store/schema';
import { query, type Reader } from '../../store/store';
import { prefixesInUse } from './prefixes';
import { noDocuments, StoredRow, unnamed } from './stored-json';

const priorities = z.array(priority).nullable();
const rows = query
  .selectFrom('services')
  .innerJoin('counters', 'counters.id', 'services.counterId')
  .selectAll('services')
  .select('counters.code as counterCode');

/** The services in the order of the menu, counter by counter; archived ones too where asked for. */
export function listServices(reader: Reader, archivedToo: boolean): AdminService[] {
  const prefixes = prefixesInUse(reader);
  return reader
    .all(
      rows
        .orderBy('counters.position')
        .orderBy('counters.id')
        .orderBy('services.position')
        .orderBy('services.id'),
    )
    .filter((row) => archivedToo || row.archivedAt === null)
    .map((row) => shown(row, prefixes));
}

/** One service, archived or not, or undefined. */
export function findService(reader: Reader, serviceId: number): AdminService | undefined {
  const row = reader.first(rows.where('services.id', '=', serviceId));
  return row && shown(row, prefixesInUse(reader));
}

function shown(
  row: Selectable<Tables['services']> & { readonly counterCode: string },
  prefixes: ReadonlySet<string>,
): AdminService {
  const stored = new StoredRow();
  return {
    id: String(row.id),
    version: row.version,
    archived: row.archivedAt !== null,
    counterId: String(row.counterId),
    name: stored.read('name', localized, row.nameJson, unnamed),
    prefix: row.prefix,
    quotaPerDay: row.quotaPerDay,
    usualMinutes: row.usualMinutes,
    documents: stored.read('documents', localizedList, row.documentsJson, noDocuments),
    position: row.position,
    paused: row.paused === 1,
    priorities: stored.read('priorities', priorities, row.prioritiesJson ?? 'null', null),
    calledMinutes: row.calledMinutes,
    soundsLike: prefixesHeardAs(row.prefix ?? row.counterCode, prefixes),
    unreadable: stored.unreadable,
  };
}

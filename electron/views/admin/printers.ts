import type { Selectable } from 'kysely';
import { inIndonesian } from '../../contract/languages';
import { printerProfile, safeProfile } from '../../contract/printer-profile';
import { type AdminPrinter, printerPlace } from '../../contract/printers';
import type { Tables } from '../../store/schema';
import { query, type Reader } from '../../store/store';
import { StoredRow } from './stored-json';

/** All printers of all kiosks, in the order in which each kiosk tries them. */
export function listPrinters(reader: Reader): AdminPrinter[] {
  return reader
    .all(query.selectFrom('printers').selectAll().orderBy('deviceId').orderBy('position').orderBy('id'))
    .map(shown);
}

/** One printer, or undefined. */
export function findPrinter(reader: Reader, printerId: number): AdminPrinter | undefined {
  const row = reader.first(query.selectFrom('printers').selectAll().where('id', '=', printerId));
  return row && shown(row);
}

function shown(row: Selectable<Tables['printers']>): AdminPrinter {
  const stored = new StoredRow();
  return {
    id: String(row.id),
    version: row.version,
    deviceId: row.deviceId,
    position: row.position,
    name: row.name,
    target: row.target,
    profile: stored.read('profile', printerProfile, row.profileJson, safeProfile),
    place: stored.read('place', printerPlace, row.placeJson, inIndonesian('')),
    rollMetres: row.rollMetres,
    lamp: row.lamp === 1,
    unreadable: stored.unreadable,
  };
}

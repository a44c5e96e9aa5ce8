import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AdminDevice, OwnDevice } from '../../contract/admin-devices';
import { localInstant, localInstantOrNull } from '../../queue/local-instant';
import { Refusal } from '../../queue/refusal';
import type { Tables } from '../../store/schema';
import { query, type Reader } from '../../store/store';
import type { ViewContext } from '../view-context';
import { StoredRow } from './stored-json';

const storedIds = z.array(z.number().int().positive()).nullable();

/** All devices, the oldest first, revoked ones too. */
export function listDevices(reader: Reader, timezone: string): AdminDevice[] {
  return reader
    .all(query.selectFrom('devices').selectAll().orderBy('createdAt').orderBy('id'))
    .map((row) => shown(row, timezone));
}

/** One device, or undefined. */
export function findDevice(reader: Reader, deviceId: string, timezone: string): AdminDevice | undefined {
  const row = reader.first(query.selectFrom('devices').selectAll().where('id', '=', deviceId));
  return row && shown(row, timezone);
}

/** A device as it sees itself. Throws `Refusal('not_found')` where it isn't let in. */
export function ownDeviceView({ reader, hall }: ViewContext, deviceId: string): OwnDevice {
  const device = findDevice(reader, deviceId, hall.settings.timezone);
  if (!device || device.revoked) throw new Refusal('not_found');
  const { id, kind, name, zone, counterIds } = device;
  return { id, kind, name, zone, counterIds };
}

function shown(row: Selectable<Tables['devices']>, timezone: string): AdminDevice {
  const stored = new StoredRow();
  const counterIds = stored.read('counterIds', storedIds, row.counterIdsJson ?? 'null', null);
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    name: row.name,
    zone: row.zone,
    counterIds: counterIds?.map(String) ?? null,
    printer: row.printer,
    createdAt: localInstant(row.createdAt, timezone),
    lastSeenAt: localInstantOrNull(row.lastSeenAt, timezone),
    revoked: row.revokedAt !== null,
    unreadable: stored.unreadable,
  };
}

import { createHash } from 'node:crypto';
import type { JournalBody } from '../../contract/centre/journal-kinds';
import { localized } from '../../contract/common';
import { query, type Reader } from '../store';

type Configuration = JournalBody<'configuration_version'>;
type Device = JournalBody<'device_state'>;

/** What the hall is: its counters with their institutions, services and desks. */
export function configurationNow(reader: Reader): Configuration {
  const settings = new Map(
    reader
      .all(
        query
          .selectFrom('settings')
          .selectAll()
          .where('key', 'in', ['siteName', 'city', 'timezone', 'practice']),
      )
      .map(({ key, valueJson }) => [key, JSON.parse(valueJson) as unknown]),
  );
  const archived = (row: { readonly archivedAt: number | null }) => row.archivedAt !== null;
  const told = {
    hall: {
      name: String(settings.get('siteName') ?? ''),
      city: String(settings.get('city') ?? ''),
      timezone: String(settings.get('timezone') ?? 'Asia/Jakarta'),
      practice: settings.get('practice') !== false,
    },
    counters: reader.all(query.selectFrom('counters').selectAll().orderBy('id')).map((row) => ({
      id: row.id,
      code: row.code,
      name: localized.parse(JSON.parse(row.nameJson)),
      agency: row.agency,
      group: row.groupName,
      archived: archived(row),
    })),
    services: reader.all(query.selectFrom('services').selectAll().orderBy('id')).map((row) => ({
      id: row.id,
      counterId: row.counterId,
      name: localized.parse(JSON.parse(row.nameJson)),
      archived: archived(row),
    })),
    desks: reader.all(query.selectFrom('desks').selectAll().orderBy('id')).map((row) => ({
      id: row.id,
      counterId: row.counterId,
      number: row.number,
      archived: archived(row),
    })),
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(told)).digest('base64url');
  return { fingerprint, ...told };
}

const worse = { fine: 0, low: 1, out: 2 } as const;

/** Each kiosk and screen that was let in, with the worst of its rolls. */
export function devicesNow(reader: Reader): Device[] {
  const rolls = reader.all(query.selectFrom('printers').select(['deviceId', 'rollState']));
  return reader.all(query.selectFrom('devices').selectAll().orderBy('id')).map((device) => {
    const own = rolls.flatMap(({ deviceId, rollState }) => (deviceId === device.id ? [rollState] : []));
    const roll = own.reduce<Device['roll']>(
      (worst, each) => (worst === null || worse[each] > worse[worst] ? each : worst),
      null,
    );
    const state = device.revokedAt === null ? 'let_in' : 'revoked';
    return { deviceId: device.id, device: device.kind, state, roll };
  });
}

/** The worst of all rolls; null: the hall has no printer. */
export function paperNow(reader: Reader): Device['roll'] {
  return reader
    .all(query.selectFrom('printers').select('rollState'))
    .reduce<Device['roll']>(
      (worst, { rollState }) => (worst === null || worse[rollState] > worse[worst] ? rollState : worst),
      null,
    );
}

import { z } from 'zod';
import type { Hall, HallCounter } from './hall';
import { prepared } from './prepared';
import { query, type Reader } from './store';

const assignment = prepared((values: { deviceId: string }) =>
  query.selectFrom('devices').select(['zone', 'counterIdsJson']).where('id', '=', values.deviceId),
);
const counterIds = z.array(z.number().int());

/** The counters that a kiosk or display is for, in the order of the menu: of its zone, and of its own list. */
export function countersOfDevice(reader: Reader, hall: Hall, deviceId: string): readonly HallCounter[] {
  const device = reader.first(assignment({ deviceId }));
  if (!device || (device.zone === null && device.counterIdsJson === null)) return hall.counters;
  const own = device.counterIdsJson === null ? null : counterIds.parse(JSON.parse(device.counterIdsJson));
  return hall.counters.filter(
    ({ id, zone }) => (device.zone === null || zone === device.zone) && (own === null || own.includes(id)),
  );
}

import type { KioskSnapshot } from '../contract/operation';
import { countersOfDevice } from '../store/counters-of-device';
import type { ViewContext } from '../views/view-context';
import type { KioskPrinters } from './kiosk-printers';

/** What a kiosk must know before a tap: `GET /kiosk`, topic `kiosk`. */
export function kioskView(
  { reader, hall }: ViewContext,
  deviceId: string,
  printers: KioskPrinters,
): KioskSnapshot {
  const { settings } = hall;
  const { state, cause, detail, preview } = printers.of(deviceId);
  const counters = countersOfDevice(reader, hall, deviceId);
  return {
    name: settings.siteName,
    city: settings.city,
    timezone: settings.timezone,
    languages: settings.languages,
    practice: settings.practice,
    printer: { state, cause, detail },
    paperlessAllowed: settings.paperlessAllowed,
    slot: settings.slot,
    preview,
    counterIds: counters.length === hall.counters.length ? null : counters.map(({ id }) => String(id)),
  };
}

import type { KioskSnapshot } from '../contract/operation';
import { countersOfDevice } from '../store/counters-of-device';
import { addressForPhones } from '../views/ticket-view';
import type { ViewContext } from '../views/view-context';
import type { DeviceWatch } from './devices/device-watch';

/** What a kiosk must know before a tap: `GET /kiosk`, topic `kiosk`. */
export function kioskView(
  { reader, hall }: ViewContext,
  deviceId: string,
  { printers, touchScreens }: Pick<DeviceWatch, 'printers' | 'touchScreens'>,
): KioskSnapshot {
  const { settings } = hall;
  const { state, cause, detail, preview } = printers.of(deviceId);
  const counters = countersOfDevice(reader, hall, deviceId);
  return {
    name: settings.siteName,
    city: settings.city,
    logo: settings.logo,
    timezone: settings.timezone,
    languages: settings.languages,
    practice: settings.practice,
    printer: { state, cause, detail },
    paperlessAllowed: settings.paperlessAllowed,
    slot: settings.slot,
    preview,
    touchScreen: touchScreens.of(deviceId) ?? { state: 'none', keyboard: false },
    prompt: settings.kioskPrompt,
    notice: settings.kioskNotice,
    colours: settings.kioskColours,
    idleSeconds: settings.idleSeconds,
    spokenPath: settings.spokenPath,
    ear: settings.kioskEar,
    spokenOutput: settings.spokenOutput,
    spokenKeys: settings.spokenKeys,
    complaintUrl: addressForPhones(settings, '/aduan/baru'),
    infoUrl: addressForPhones(settings, '/info'),
    counterIds: counters.length === hall.counters.length ? null : counters.map(({ id }) => String(id)),
  };
}

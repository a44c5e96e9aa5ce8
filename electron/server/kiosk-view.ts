import type { KioskSnapshot } from '../contract/operation';
import type { Settings } from '../contract/settings';
import type { PrinterPort } from './parts';

/** What a kiosk must know before a tap: `GET /kiosk`, topic `kiosk`. */
export function kioskView(settings: Settings, printer: PrinterPort): KioskSnapshot {
  const { state, detail } = printer.status();
  return {
    name: settings.siteName,
    city: settings.city,
    timezone: settings.timezone,
    languages: settings.languages,
    practice: settings.practice,
    printer: { state, detail },
    paperlessAllowed: settings.paperlessAllowed,
    slot: settings.slot,
    preview: printer.preview,
  };
}

import { type Catalogue, catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/office/printer-details.json';
import type { PrinterCause } from './printer-status';

type Detail = PrinterCause | 'kiosk_silent' | 'kiosk_away';

const texts: Catalogue<Detail> = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/office/printer-details.json', { eager: true, import: 'default' }),
);

/** What the kiosk's attendant should do about a printer, in a sentence of the hall's, which is Indonesian. */
export function printerDetail(of: Detail): string {
  return texts.in('id')(of);
}

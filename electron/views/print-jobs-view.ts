import type { KioskPrinters, OpenPrintJob } from '../contract/print-jobs';
import type { PrinterProfile } from '../contract/printer-profile';
import type { Hall } from '../store/hall';
import { openJobsOf } from '../store/kept-print-jobs';
import type { Reader } from '../store/store';

/** So many jobs are looked at for one that may be printed now. */
const jobsLookedAt = 50;

/** What a kiosk prints on, as the admins chose; `usual` is for a printer that was set at the kiosk itself. */
export function kioskPrintersView(hall: Hall, deviceId: string, usual: PrinterProfile): KioskPrinters {
  const own = hall.printers.filter((printer) => printer.deviceId === deviceId);
  return {
    usual,
    printers: own.map(({ id, name, target, profile }) => ({ id: String(id), name, target, profile })),
  };
}

/** The oldest of a kiosk's open print jobs: `GET /devices/me/print-jobs`. */
export function printJobsView(reader: Reader, deviceId: string): OpenPrintJob[] {
  const jobs: OpenPrintJob[] = [];
  for (const { id, state, attempts, copy } of openJobsOf(reader, deviceId).values()) {
    if (jobs.length === jobsLookedAt) break;
    jobs.push({ id, state, attempts, copy: copy === 1 });
  }
  return jobs;
}

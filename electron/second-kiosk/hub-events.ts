import { z } from 'zod';
import { type KioskPrinters, kioskPrinters, type OpenPrintJob, openPrintJob } from '../contract/print-jobs';
import { printerProfile, safeProfile } from '../contract/printer-profile';
import { type PrinterWish, printerWish } from '../contract/printer-wishes';
import { type StandbyNews, standbyNews } from '../contract/standby';
import type { Log } from '../log';

// The hub may be newer than this kiosk: fields that it added are passed over.
const job = openPrintJob.strip();
const profile = printerProfile.strip();
const printer = kioskPrinters.shape.printers.element.strip().extend({
  // A kiosk with printers must never come to have none, and show pictures in place of paper: one whose address it can't
  // read does not answer, and one whose profile it can't read gets what every printer understands.
  target: z.string(),
  profile: z.unknown(),
});

/**
 * Hears the events of the line of print jobs. What this version doesn't know, or can't read, is logged and left out;
 * all else goes on. Never throws.
 */
export function hearHubEvents(parts: {
  readonly log: Log;
  onJobs(jobs: readonly OpenPrintJob[]): void;
  onPrinters(printers: KioskPrinters): void;
  onWishes(wishes: readonly PrinterWish[]): void;
  onStandby(news: StandbyNews): void;
}): (event: string, data: string) => void {
  const { log } = parts;
  const unknown = new Set<string>();

  /** The value as the contract has it, or undefined. */
  function read<Schema extends z.ZodType>(schema: Schema, told: unknown): z.output<Schema> | undefined {
    const known = schema.safeParse(told);
    if (!known.success)
      log.error({ told, detail: known.error.message }, 'a part of what the hub told was left out');
    return known.data;
  }

  function readEach<Schema extends z.ZodType>(schema: Schema, told: unknown): z.output<Schema>[] {
    if (!Array.isArray(told)) throw new Error('it is no list');
    return told.flatMap((each) => read(schema, each) ?? []);
  }

  const readProfile = (told: unknown) => read(profile, told) ?? safeProfile;

  return (event, data) => {
    try {
      const told = JSON.parse(data) as { readonly usual?: unknown; readonly printers?: unknown };
      if (event === 'print-jobs') parts.onJobs(readEach(job, told));
      else if (event === 'printer-wishes') parts.onWishes(readEach(printerWish, told));
      else if (event === 'standby') {
        const news = read(standbyNews.strip(), told);
        if (news) parts.onStandby(news);
      } else if (event === 'printers') {
        const printers = readEach(printer, told.printers);
        parts.onPrinters({
          usual: readProfile(told.usual),
          printers: printers.map((each) => ({ ...each, profile: readProfile(each.profile) })),
        });
      } else if (!unknown.has(event)) {
        unknown.add(event);
        log.info({ event }, 'the hub tells what this version does not know');
      }
    } catch (error) {
      log.error({ err: error, event }, 'what the hub told could not be read');
    }
  };
}

import type { Language } from '../contract/common';
import type { KioskWay } from '../contract/kiosk-ways';
import type { Priority } from '../contract/tickets';
import { Refusal } from '../queue/refusal';
import { countersOfDevice } from '../store/counters-of-device';
import { prepared } from '../store/prepared';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { countNumberByWay } from './count-kiosk-way';
import { type NewTicket, newTicket } from './new-ticket';
import { refuseUnlessOpen } from './refuse-unless-open';

const insertPrintJob = prepared((values: { ticketId: number; deviceId: string; now: number }) =>
  query.insertInto('print_jobs').values({
    ticketId: values.ticketId,
    deviceId: values.deviceId,
    state: 'queued',
    createdAt: values.now,
  }),
);

/**
 * Gives a kiosk's visitor a number and puts its paper on the kiosk's printer's list, all in one transaction: a
 * number that was answered is on disk, and so is its print job.
 *
 * Refuses `not_found` for a service that isn't there or isn't of this kiosk's part of the hall, `printer_unavailable` where nothing can be printed and paperless
 * tickets are switched off, `service_closed` (with `opensAt`), `quota_full`, `day_full` (the call is expected after
 * closing, and the hall gives no such numbers; with `opensAt`), `service_paused`; `forbidden` to whom
 * is no kiosk. A refusal spends no number.
 */
export function issueTicket(
  context: ActionContext,
  input: {
    readonly serviceId: number;
    readonly priority: Priority | null;
    readonly language: Language;
    /** The visitor asks to be fetched when called. */
    readonly fetchMe?: boolean;
    /** The way besides the usual one by which the visitor came here, for the day's count. */
    readonly way?: KioskWay | null;
    /** Whether the kiosk's printer can print now, as far as is known. */
    readonly printerReady: boolean;
  },
): NewTicket {
  const { transaction, hall, now, actor } = context;
  if (actor.kind !== 'device') throw new Refusal('forbidden');
  const service = hall.service.get(input.serviceId);
  const isOffered =
    service && countersOfDevice(transaction, hall, actor.deviceId).some(({ id }) => id === service.counterId);
  if (!isOffered) throw new Refusal('not_found');
  refuseUnlessOpen(context, service);
  if (!input.printerReady && !hall.settings.paperlessAllowed) throw new Refusal('printer_unavailable');

  const ticket = newTicket(context, service, {
    priority: input.priority,
    language: input.language,
    fetchMe: input.fetchMe ?? false,
    paper: 'pending',
  });
  if (input.way) countNumberByWay(context, input.way);
  transaction.run(insertPrintJob({ ticketId: ticket.ticketId, deviceId: actor.deviceId, now }));
  transaction.announce({ kind: 'print_job', deviceId: actor.deviceId });
  return ticket;
}

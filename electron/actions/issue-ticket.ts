import type { Language } from '../contract/common';
import type { Priority } from '../contract/tickets';
import { localInstantOrNull } from '../queue/local-instant';
import { allDesksPaused, type Opening, opening } from '../queue/opening';
import { Refusal } from '../queue/refusal';
import { countersOfDevice } from '../store/counters-of-device';
import type { HallService } from '../store/hall';
import { issuedOf } from '../store/hall-now';
import { prepared } from '../store/prepared';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { newTicket } from './new-ticket';

const insertPrintJob = prepared((values: { ticketId: number; deviceId: string; now: number }) =>
  query.insertInto('print_jobs').values({
    ticketId: values.ticketId,
    deviceId: values.deviceId,
    state: 'queued',
    createdAt: values.now,
  }),
);
const deskStates = prepared((values: { counterId: number }) =>
  query.selectFrom('desks').select(['id', 'userId', 'pausedAt']).where('counterId', '=', values.counterId),
);

/**
 * Gives a kiosk's visitor a number and puts its paper on the kiosk's printer's list, all in one transaction: a
 * number that was answered is on disk, and so is its print job.
 *
 * Refuses `not_found` for a service that isn't there or isn't of this kiosk's part of the hall, `printer_unavailable` where nothing can be printed and paperless
 * tickets are switched off, `service_closed` (with `opensAt`), `quota_full`, `service_paused`; `forbidden` to whom
 * is no kiosk. A refusal spends no number.
 */
export function issueTicket(
  context: ActionContext,
  input: {
    readonly serviceId: number;
    readonly priority: Priority | null;
    readonly language: Language;
    /** Whether the kiosk's printer can print now, as far as is known. */
    readonly printerReady: boolean;
  },
): { readonly ticketId: number; readonly token: string } {
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
    paper: 'pending',
  });
  transaction.run(insertPrintJob({ ticketId: ticket.ticketId, deviceId: actor.deviceId, now }));
  transaction.announce({ kind: 'print_job', deviceId: actor.deviceId });
  return ticket;
}

function refuseUnlessOpen(context: ActionContext, service: HallService): void {
  const { transaction, hall, now, businessDate } = context;
  const counter = hall.counter.get(service.counterId);
  const states = transaction.all(deskStates({ counterId: service.counterId }));
  const serving = (counter?.desks ?? []).filter((desk) => desk.serviceIds.includes(service.id));
  const found = opening(hall, service, {
    now,
    businessDate,
    issued: service.quotaPerDay === null ? 0 : issuedOf(transaction, businessDate, service.id),
    desksPaused: allDesksPaused(
      states
        .filter((state) => serving.some((desk) => desk.id === state.id))
        .map((state) => ({ manned: state.userId !== null, paused: state.pausedAt !== null })),
    ),
  });
  const code = refusalOf(found);
  if (code) {
    throw new Refusal(code, { opensAt: localInstantOrNull(found.opensAt, hall.settings.timezone) });
  }
}

function refusalOf({ status, opensAt }: Opening) {
  switch (status) {
    case 'open':
      return null;
    case 'closed':
      return 'service_closed';
    case 'break':
      // The hours' break has an end; that of the officers at the desks has none that is known.
      return opensAt === null ? 'service_paused' : 'service_closed';
    case 'quota_full':
      return 'quota_full';
    case 'paused':
      return 'service_paused';
  }
}

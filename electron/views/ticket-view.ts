import { keptForSeconds } from '../contract/kept-for';
import { inEachLanguage } from '../contract/languages';
import type { Settings } from '../contract/settings';
import type { HolderTicket, Ticket } from '../contract/tickets';
import { localInstant, localInstantOrNull } from '../queue/local-instant';
import { formatNumber } from '../queue/number';
import { Refusal } from '../queue/refusal';
import { isSteppedOut, stepOutMinutes } from '../queue/step-out';
import { desksServing } from '../store/desks-serving';
import type { HallService } from '../store/hall';
import { query } from '../store/store';
import { type TicketRow, ticketById, ticketByToken } from '../store/ticket-rows';
import { peopleAhead } from './line';
import { isStopped, standingForWaiting } from './opening-view';
import type { ViewContext } from './view-context';
import { untoldWait, waitInLine } from './wait-view';

/** A ticket by its id, without what only its holder may have. Refuses `not_found`. */
export function ticketView(context: ViewContext, ticketId: number): Ticket {
  const row = context.reader.first(ticketById({ ticketId }));
  if (!row) throw new Refusal('not_found');
  return ticketFields(context, row);
}

/** A ticket for its holder, by its token. Refuses `not_found`. */
export function holderTicketView(context: ViewContext, token: string): HolderTicket {
  const row = context.reader.first(ticketByToken({ token }));
  if (!row) throw new Refusal('not_found');
  return holderTicketOf(context, row);
}

/** A ticket for its holder, of its row. */
export function holderTicketOf(context: ViewContext, row: TicketRow): HolderTicket {
  const ticket = ticketFields(context, row);
  const service = context.hall.service.get(row.serviceId);
  return {
    ...ticket,
    token: row.token,
    followUrl: followUrl(context.hall.settings, row.token),
    paperPlace: paperPlace(context, row.id),
    standing: waitsStill.has(row.status) ? standingForWaiting(context, row.serviceId) : null,
    keepUntil: keepUntil(context, row),
    recalls: row.recalls,
    fetchMe: row.fetchMe === 1,
    steppedOut: steppedOut(context, row),
    zone: context.hall.counter.get(Number(ticket.counter.id))?.zone ?? '',
    ...(service && waitsStill.has(row.status)
      ? whereCalled(context, service)
      : { desks: [], calledNow: null }),
    documents: service?.documents ?? inEachLanguage(() => []),
  };
}

/** The desks that may call somebody who waits for a service, and whom they called last. */
function whereCalled(
  { reader, hall }: ViewContext,
  service: HallService,
): Pick<HolderTicket, 'desks' | 'calledNow'> {
  const serving = desksServing(reader, hall, service);
  const [newest] = serving
    .flatMap(({ now: { ticket } }) => ticket ?? [])
    .sort((one, other) => (other.calledAt ?? 0) - (one.calledAt ?? 0));
  return {
    desks: serving.map(({ desk }) => desk.label),
    calledNow: newest ? formatNumber(newest.prefix, newest.sequence) : null,
  };
}

function keepUntil({ hall: { settings } }: ViewContext, row: TicketRow): HolderTicket['keepUntil'] {
  if (row.status !== 'printing' || !settings.paperlessAllowed) return null;
  return localInstant(row.issuedAt + keptForSeconds * 1_000, settings.timezone);
}

function steppedOut({ hall: { settings } }: ViewContext, row: TicketRow): HolderTicket['steppedOut'] {
  if (!isSteppedOut(row) || row.heldAt === null) return null;
  return { until: localInstant(row.heldAt + stepOutMinutes * 60_000, settings.timezone) };
}

const waitsStill: ReadonlySet<TicketRow['status']> = new Set(['printing', 'waiting', 'held']);

/** Where a ticket's paper comes out, where that is not its kiosk's first printer and has a name. */
function paperPlace({ hall, reader }: ViewContext, ticketId: number): HolderTicket['paperPlace'] {
  // Most halls have one printer: nothing is read there.
  if (hall.printers.length < 2) return null;
  const job = reader.first(
    query
      .selectFrom('print_jobs')
      .select('printerId')
      .where('ticketId', '=', ticketId)
      .orderBy('id', 'desc')
      .limit(1),
  );
  const printer = hall.printers.find(({ id }) => id === job?.printerId);
  const first = hall.printers.find(({ deviceId }) => deviceId === printer?.deviceId);
  return printer && printer !== first && printer.place.id !== '' ? printer.place : null;
}

/** Where a phone follows a ticket, or null until the hall has an address that phones can reach. */
export function followUrl(settings: Pick<Settings, 'publicUrl'>, token: string): string | null {
  return addressForPhones(settings, `/t/${token}`);
}

/** A page of Antre's by the address that phones can reach, or null until the hall has one. */
export function addressForPhones({ publicUrl }: Pick<Settings, 'publicUrl'>, path: string): string | null {
  return publicUrl === null ? null : `${publicUrl.replace(/\/+$/, '')}${path}`;
}

/** The fields that every view of a ticket has. */
export function ticketFields(context: ViewContext, row: TicketRow): Ticket {
  const { timezone } = context.hall.settings;
  const { counter, service } = servicePlace(context, row.serviceId);
  const atDesk = row.status === 'called' || row.status === 'serving' ? row.deskId : null;
  return {
    id: String(row.id),
    number: formatNumber(row.prefix, row.sequence),
    status: row.status,
    paper: row.paper,
    businessDate: row.businessDate,
    practice: row.practice === 1,
    counter,
    service,
    priority: row.priority,
    language: row.language,
    issuedAt: localInstant(row.issuedAt, timezone),
    ...placeInLine(context, row),
    desk: atDesk === null ? null : { id: String(atDesk), label: deskLabel(context, atDesk) },
    calledAt: localInstantOrNull(row.calledAt, timezone),
  };
}

function placeInLine(
  context: ViewContext,
  row: TicketRow,
): Pick<Ticket, 'ahead' | 'estimate' | 'calledAround' | 'servedToday'> {
  if (row.status !== 'waiting' && row.status !== 'printing') return { ahead: 0, ...untoldWait };
  const service = context.hall.service.get(row.serviceId);
  const people = peopleAhead(context, row.serviceId, row.id);
  // Of an earlier business date, or of a service that is gone: it is in no line any more.
  if (!people || !service) return { ahead: 0, ...untoldWait };
  const ahead = [...people.values()].reduce((sum, each) => sum + each, 0);
  return { ahead, ...(isStopped(context, service) ? untoldWait : waitInLine(context, service, people)) };
}

/** A service and its counter as tickets name them; archived ones too, which the hall has no longer. */
export function servicePlace(
  { hall, reader }: ViewContext,
  serviceId: number,
): Pick<Ticket, 'counter' | 'service'> {
  const service = hall.service.get(serviceId);
  const counter = service && hall.counter.get(service.counterId);
  if (service && counter) {
    return {
      counter: { id: String(counter.id), code: counter.code, name: counter.name },
      service: { id: String(service.id), name: service.name },
    };
  }
  const archived = reader.first(
    query
      .selectFrom('services')
      .innerJoin('counters', 'counters.id', 'services.counterId')
      .where('services.id', '=', serviceId)
      .select([
        'counters.id as counterId',
        'counters.code',
        'counters.nameJson as counterName',
        'services.nameJson as serviceName',
      ]),
  );
  if (!archived) throw new Refusal('not_found');
  return {
    counter: { id: String(archived.counterId), code: archived.code, name: JSON.parse(archived.counterName) },
    service: { id: String(serviceId), name: JSON.parse(archived.serviceName) },
  };
}

/** A desk's label; an archived one's too. */
export function deskLabel({ hall, reader }: ViewContext, deskId: number): string {
  return (
    hall.desk.get(deskId)?.label ??
    reader.first(query.selectFrom('desks').select('label').where('id', '=', deskId))?.label ??
    ''
  );
}

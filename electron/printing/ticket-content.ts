import type { Localized } from '../contract/common';
import { formatNumber } from '../queue/number';
import { goesFirst } from '../queue/overrides';
import { desksServing } from '../store/desks-serving';
import { ticketRows } from '../store/ticket-rows';
import { followUrl, servicePlace, ticketFields } from '../views/ticket-view';
import type { ViewContext } from '../views/view-context';
import type { TicketContent } from './ticket-layout';

/** What a ticket's paper says, as things stand now. Null where there is no such ticket. */
export function readTicketContent(
  context: ViewContext,
  ticketId: number,
  copy: boolean,
): TicketContent | null {
  const row = context.reader.first(ticketRows.where('tickets.id', '=', ticketId));
  if (!row) return null;
  const { settings, service } = context.hall;
  const place = servicePlace(context, row.serviceId);
  const inLine = row.status === 'printing' || row.status === 'waiting';
  const { ahead, estimate, calledAround } = ticketFields(context, row);
  const own = (text: Localized) => text[row.language] || text.id;
  const documents = service.get(row.serviceId)?.documents;
  const ownDocuments = documents?.[row.language] ?? [];
  return {
    language: row.language,
    hall: settings.siteName,
    city: settings.city,
    practice: row.practice === 1,
    copy,
    priority: goesFirst(service.get(row.serviceId), row.priority),
    institution: own(place.counter.name),
    service: own(place.service.name),
    desks: inLine ? desksFor(context, row.serviceId) : [],
    zone: context.hall.counter.get(Number(place.counter.id))?.zone ?? '',
    number: formatNumber(row.prefix, row.sequence),
    ahead: inLine ? ahead : null,
    estimate: inLine ? estimate : null,
    calledAround: inLine ? calledAround : null,
    issuedAt: row.issuedAt,
    timezone: settings.timezone,
    documents: ownDocuments.length > 0 ? ownDocuments : (documents?.id ?? []),
    followUrl: followUrl(settings, row.token),
  };
}

function desksFor({ reader, hall }: ViewContext, serviceId: number): readonly string[] {
  const service = hall.service.get(serviceId);
  return service ? desksServing(reader, hall, service).map(({ desk }) => desk.label) : [];
}

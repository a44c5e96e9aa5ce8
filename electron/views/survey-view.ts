import type { DeskSurvey, SurveyInvitation } from '../contract/survey';
import { formatNumber } from '../queue/number';
import { Refusal } from '../queue/refusal';
import { readJudgedTicket, readLastServedAt } from '../store/survey';
import { surveyState } from '../survey/survey-state';
import { visitorQuestions } from './evaluation/visitors-view';
import { servicePlace } from './ticket-view';
import type { ViewContext } from './view-context';

/** A tablet offers the survey of whoever was served there within this time. */
const offeredMs = 15 * 60_000;

/** What a ticket's holder is asked to judge: `GET /survey/{token}`. Refuses `not_found`. */
export function surveyView(context: ViewContext, token: string): SurveyInvitation {
  const ticket = readJudgedTicket(context.reader, token);
  if (!ticket) throw new Refusal('not_found');
  const { counter, service } = servicePlace(context, ticket.serviceId);
  return {
    state: surveyState(ticket, context.businessDate),
    number: formatNumber(ticket.prefix, ticket.sequence),
    language: ticket.language,
    site: siteOf(context),
    counter: counter.name,
    service: service.name,
    evaluation: visitorQuestions(context),
  };
}

/** What the tablet at a desk offers: `GET /desks/{id}/survey`. Refuses `not_found`. */
export function deskSurveyView(context: ViewContext, deskId: number): DeskSurvey {
  const desk = context.hall.desk.get(deskId);
  if (!desk) throw new Refusal('not_found');
  const { reader, businessDate, now } = context;
  const ticket = readLastServedAt(reader, { deskId, businessDate, since: now - offeredMs });
  return {
    desk: { id: String(desk.id), label: desk.label },
    site: siteOf(context),
    ticket: ticket ? { token: ticket.token, number: formatNumber(ticket.prefix, ticket.sequence) } : null,
  };
}

function siteOf({ hall: { settings } }: ViewContext) {
  return { name: settings.siteName, city: settings.city, languages: settings.languages };
}

import { type SqlBool, sql } from 'kysely';
import { DateTime } from 'luxon';
import type { Hall } from './hall';
import { query, type Reader } from './store';

const judgedTickets = query
  .selectFrom('tickets')
  .leftJoin('survey_given', 'survey_given.ticketId', 'tickets.id')
  .select([
    'tickets.id',
    'tickets.token',
    'tickets.businessDate',
    'tickets.prefix',
    'tickets.sequence',
    'tickets.status',
    'tickets.language',
    'tickets.practice',
    'tickets.serviceId',
    'survey_given.ticketId as givenFor',
  ]);

/** A ticket as the survey needs it, by its holder's token. */
export function readJudgedTicket(reader: Reader, token: string) {
  const row = reader.first(judgedTickets.where('tickets.token', '=', token));
  return row && { ...row, answered: row.givenFor !== null };
}

/** The ticket of a date that was served last at a desk, ended since a moment and not judged yet. */
export function readLastServedAt(
  reader: Reader,
  at: { readonly deskId: number; readonly businessDate: string; readonly since: number },
) {
  return reader.first(
    judgedTickets
      .innerJoin('steps', 'steps.id', 'tickets.stepId')
      .where('steps.businessDate', '=', at.businessDate)
      .where('steps.deskId', '=', at.deskId)
      .where('steps.status', '=', 'done')
      .where('steps.endedAt', '>=', at.since)
      .where('tickets.status', '=', 'done')
      .where(sql<SqlBool>`NOT EXISTS (SELECT 1 FROM survey_given WHERE survey_given.ticketId = tickets.id)`)
      .orderBy('steps.endedAt', 'desc')
      .limit(1),
  );
}

/** The days on which the whole hall is closed. One that is closed until further notice still owes its answers. */
export function holidaysOf({ closures }: Pick<Hall, 'closures'>): { from: string; to: string }[] {
  return closures.flatMap(({ scope, week, fromDate, toDate }) =>
    scope === 'hall' && week === null && toDate !== null ? [{ from: fromDate, to: toDate }] : [],
  );
}

/** The first day of which judgements, suggestions and complaints are still kept. */
export function oldestSurveyDate({ settings }: Pick<Hall, 'settings'>, businessDate: string): string {
  return DateTime.fromISO(businessDate).minus({ months: settings.surveyKeptMonths }).toISODate() ?? '';
}

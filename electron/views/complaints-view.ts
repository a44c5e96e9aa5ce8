import { sql } from 'kysely';
import type { Localized } from '../contract/common';
import type { Complaint, ComplaintList, ListedComplaint } from '../contract/survey';
import type { Reach } from '../queue/reach';
import { Refusal } from '../queue/refusal';
import type { Tables } from '../store/schema';
import { query } from '../store/store';
import { holidaysOf } from '../store/survey';
import { workingDaysUntil } from '../survey/complaint-deadline';
import { readReportNames } from './reports/names';
import { servicePlace } from './ticket-view';
import type { ViewContext } from './view-context';

type Row = Omit<Tables['complaints'], 'version'> & { readonly version: number };

const pageLength = 50;

/** A suggestion or complaint for whoever knows its code: `GET /complaints/{code}`. Refuses `not_found`. */
export function complaintView(context: ViewContext, code: string): Complaint {
  const {
    version: _version,
    origin: _origin,
    counterId: _counterId,
    daysLeft: _daysLeft,
    ...view
  } = listedComplaintView(context, code);
  return view;
}

/** The same as officers see it. Refuses `not_found`. */
export function listedComplaintView(context: ViewContext, code: string): ListedComplaint {
  const row = context.reader.first(query.selectFrom('complaints').selectAll().where('code', '=', code));
  if (!row) throw new Refusal('not_found');
  return listed(context, row);
}

/**
 * Suggestions and complaints within reach (about the hall itself: for who reaches the whole), the newest first; `open` leaves out those
 * answered or passed on, and has what is due first at the top, and what has no deadline at the end.
 */
export function complaintListView(
  context: ViewContext,
  wanted: {
    readonly status?: 'open' | 'all' | undefined;
    readonly counterId?: string | undefined;
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
    readonly reach: Reach;
  },
): ComplaintList {
  const limit = wanted.limit ?? pageLength;
  const isOpen = wanted.status === 'open';
  const found = context.reader.all(isOpen ? dueFirst(wanted, limit + 1) : newestFirst(wanted, limit + 1));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    complaints: shown.map((row) => listed(context, row)),
    next:
      found.length > limit && last
        ? `${isOpen ? (last.dueDate ?? never) : last.businessDate}.${last.code}`
        : null,
    ...openCounts(context, wanted.reach),
  };
}

/** Those of a period within reach, the newest first, and no more than so many. */
export function complaintsOfPeriod(
  context: ViewContext,
  wanted: {
    readonly from: string;
    readonly to: string;
    readonly counterId?: string | undefined;
    readonly reach: Reach;
  },
  most: number,
): ListedComplaint[] {
  const rows = newestFirst(wanted, most)
    .where('businessDate', '>=', wanted.from)
    .where('businessDate', '<=', wanted.to);
  return context.reader.all(rows).map((row) => listed(context, row));
}

interface Wanted {
  readonly reach: Reach;
  readonly counterId?: string | null | undefined;
  /** Only those behind it: `2026-11-24.CODE`, of the last one's day in its order. */
  readonly cursor?: string | undefined;
}

/** Those about counters within reach, or about one of these; those about the hall itself only where all of it is reached. */
export function complaintsWithin({ reach, counterId }: Wanted) {
  let rows = query.selectFrom('complaints');
  if (reach !== null) rows = rows.where('counterId', 'in', reach);
  return typeof counterId === 'string' ? rows.where('counterId', '=', Number(counterId)) : rows;
}

function newestFirst(wanted: Wanted, most: number) {
  const rows = complaintsWithin(wanted)
    .selectAll('complaints')
    .orderBy('businessDate', 'desc')
    .orderBy('code', 'desc')
    .limit(most);
  if (wanted.cursor === undefined) return rows;
  const [date = '', code = ''] = wanted.cursor.split('.');
  return rows.where(sql<boolean>`(businessDate, code) < (${date}, ${code})`);
}

/** Behind every deadline. */
const never = '9999-12-31';

/** Those to be answered, what is due first at the top. */
function dueFirst(wanted: Wanted, most: number) {
  const due = sql<string>`coalesce(dueDate, ${never})`;
  const rows = complaintsWithin(wanted)
    .selectAll('complaints')
    .where('status', 'in', ['new', 'in_progress'])
    .orderBy(due)
    .orderBy('code')
    .limit(most);
  if (wanted.cursor === undefined) return rows;
  const [date = '', code = ''] = wanted.cursor.split('.');
  return rows.where(sql<boolean>`(${due}, code) > (${date}, ${code})`);
}

function openCounts({ reader, businessDate }: ViewContext, reach: Reach) {
  const counts = reader.first(
    complaintsWithin({ reach })
      .where('status', 'in', ['new', 'in_progress'])
      .select([
        sql<number>`count(*)`.as('open'),
        sql<number>`coalesce(sum(dueDate < ${businessDate}), 0)`.as('overdue'),
      ]),
  );
  return { open: counts?.open ?? 0, overdue: counts?.overdue ?? 0 };
}

function listed(context: ViewContext, row: Row): ListedComplaint {
  const place = row.serviceId === null ? null : servicePlace(context, row.serviceId);
  const isOpen = row.status === 'new' || row.status === 'in_progress';
  return {
    code: row.code,
    receivedOn: row.businessDate,
    kind: row.kind,
    text: row.text,
    status: row.status,
    answer: row.answer,
    dueOn: row.dueDate,
    answeredOn: row.answeredDate,
    sp4nNumber: row.sp4nNumber,
    sp4nState: row.sp4nState,
    counter: place?.counter.name ?? (row.counterId === null ? null : nameOfCounter(context, row.counterId)),
    service: place?.service.name ?? null,
    version: row.version,
    origin: row.origin,
    counterId: row.counterId === null ? null : String(row.counterId),
    daysLeft:
      isOpen && row.dueDate !== null
        ? workingDaysUntil(context.businessDate, row.dueDate, holidaysOf(context.hall))
        : null,
  };
}

/** A counter's name, also of one that was archived since; null where there is none. */
export function nameOfCounter({ hall, reader }: ViewContext, counterId: number): Localized | null {
  const counter = hall.counter.get(counterId);
  return counter?.name ?? readReportNames(reader, 'counter').get(String(counterId))?.name ?? null;
}

import { DateTime } from 'luxon';
import { type Counts, figuresOf, summaryColumns } from '../../electron/contract/report-columns';
import type { SummaryGrouping } from '../../electron/contract/reports';
import { query, type Reader } from '../../electron/store/store';

/** One service of one visit, as its events tell it. */
interface Told {
  readonly date: string;
  readonly serviceId: number;
  readonly arrivedAt: number;
  readonly first: boolean;
  calledAt: number | null;
  startedAt: number | null;
  deskId: number | null;
  userId: number | null;
  end: 'served' | 'noShow' | 'cancelled' | 'void' | 'transferred' | 'inHall';
  serviceSeconds: number | null;
}

/** Tells every visit again, event by event: slowly, and with nothing but what was written down as it happened. */
function tell(reader: Reader): Told[] {
  const told: Told[] = [];
  for (const ticket of reader.all(query.selectFrom('tickets').selectAll())) {
    const begin = (serviceId: number, arrivedAt: number, first: boolean): Told => ({
      ...{ date: ticket.businessDate, serviceId, arrivedAt, first },
      ...{ calledAt: null, startedAt: null, deskId: null, userId: null, end: 'inHall', serviceSeconds: null },
    });
    let now = begin(ticket.firstServiceId, ticket.issuedAt, true);
    const visits = [now];
    const waitsAgain = () =>
      Object.assign(now, { calledAt: null, startedAt: null, deskId: null, userId: null, end: 'inHall' });
    const goOn = (serviceId: number, at: number) => {
      now = begin(serviceId, at, false);
      visits.push(now);
    };
    const events = reader.all(
      query.selectFrom('events').selectAll().where('ticketId', '=', ticket.id).orderBy('id'),
    );
    for (const event of events) {
      const data = JSON.parse(event.dataJson ?? '{}');
      switch (event.kind) {
        case 'called':
          waitsAgain();
          Object.assign(now, { calledAt: event.at, deskId: event.deskId, userId: event.userId });
          break;
        case 'started':
          now.startedAt = event.at;
          break;
        case 'finished':
          now.end = 'served';
          if (now.startedAt !== null && data.reason !== 'end_of_day') {
            now.serviceSeconds = Math.round((event.at - now.startedAt) / 1000);
          }
          if (data.nextServiceId) goOn(data.nextServiceId, event.at);
          break;
        case 'no_show':
          now.end = 'noShow';
          break;
        case 'cancelled':
          now.end = 'cancelled';
          break;
        case 'void':
          now.end = 'void';
          break;
        case 'transferred':
          now.end = 'transferred';
          goOn(data.toServiceId, event.at);
          break;
        case 'moved':
          if (data.toServiceId !== data.fromServiceId) {
            now.end = 'transferred';
            goOn(data.toServiceId, event.at);
          } else if (data.from !== 'printing') waitsAgain();
          break;
        case 'taken_back':
          if (data.toServiceId !== data.fromServiceId) {
            visits.pop();
            now = visits.at(-1) ?? now;
          }
          now.end = 'inHall';
          now.serviceSeconds = null;
          if (event.deskId === null) waitsAgain();
          break;
        case 'reinstated':
          waitsAgain();
          break;
      }
    }
    told.push(...visits);
  }
  return told;
}

/** What a summary must say, by key: each column is made of what was counted here. */
export function recount(
  reader: Reader,
  by: SummaryGrouping,
  counterOfService: (serviceId: number) => number | undefined,
): Record<string, unknown> {
  const groups = new Map<string, Told[]>();
  for (const visit of tell(reader)) {
    const arrived = DateTime.fromMillis(visit.arrivedAt, { zone: 'Asia/Jakarta' });
    const weekday = String(DateTime.fromISO(visit.date).weekday);
    const key = {
      period: 'period',
      day: visit.date,
      hour: arrived.toFormat('HH'),
      weekday,
      weekdayHour: `${weekday}-${arrived.toFormat('HH')}`,
      counter: String(counterOfService(visit.serviceId)),
      service: String(visit.serviceId),
      desk: String(visit.deskId ?? 'none'),
      user: String(visit.userId ?? 'none'),
    }[by];
    groups.set(key, [...(groups.get(key) ?? []), visit]);
  }
  return Object.fromEntries(
    [...groups].map(([key, visits]) => {
      const ended = (end: Told['end']) => visits.filter((visit) => visit.end === end).length;
      const waits = visits.flatMap(({ calledAt, arrivedAt }) =>
        calledAt === null ? [] : [Math.round((calledAt - arrivedAt) / 1000)],
      );
      const services = visits.flatMap(({ serviceSeconds }) => serviceSeconds ?? []);
      const counts: Counts = {
        issued: visits.filter(({ first }) => first).length,
        // No visit of a ticket was on paper.
        onPaper: 0,
        served: ended('served'),
        noShow: ended('noShow'),
        cancelled: ended('cancelled'),
        void: ended('void'),
        transferred: ended('transferred'),
        inHall: ended('inHall'),
      };
      const times = {
        waits: (share: number) => rank(waits, share),
        serviceTimes: (share: number) => rank(services, share),
      };
      return [key, figuresOf(summaryColumns, { ...counts, ...times })];
    }),
  );
}

/** The first value that at least so great a share of all, in whole per cent, do not exceed. */
function rank(values: readonly number[], share: number): number | null {
  const percent = Math.round(share * 100);
  const candidates = [...values].sort((a, b) => a - b);
  return (
    candidates.find(
      (candidate) => values.filter((value) => value <= candidate).length * 100 >= percent * values.length,
    ) ?? null
  );
}

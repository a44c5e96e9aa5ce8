import { sql } from 'kysely';
import type { PresenceRow } from '../../contract/reports';
import { reaches } from '../../queue/reach';
import type { Presence } from '../../queue/report/presence';
import { readPresence } from '../../store/presence';
import { reportedDates } from '../../store/report-rows';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';
import { readReportNames } from './names';
import type { WithinReach } from './summary-view';

type PresenceSum = Omit<PresenceRow, 'counterId' | 'counterCode' | 'name' | 'agency'>;
const nothing: PresenceSum = { days: 0, daysAbsent: 0, promised: 0, present: 0, paused: 0, late: 0 };

/**
 * The presence of each institution within reach on the days of a period on which the hall gave numbers, in the order of the menu;
 * today up to now.
 */
export function presenceView(
  look: ViewContext,
  period: { readonly from: string; readonly to: string } & WithinReach,
): PresenceRow[] {
  const { reader, hall, now } = look;
  const found = new Map<number, PresenceSum>(
    reader
      .all(
        query
          .selectFrom('day_presence')
          .where('businessDate', '>=', period.from)
          .where('businessDate', '<=', period.to)
          .groupBy('counterId')
          .select([
            'counterId',
            sql<number>`count(*)`.as('days'),
            sql<number>`sum(present = 0)`.as('daysAbsent'),
            sql<number>`sum(promised)`.as('promised'),
            sql<number>`sum(present)`.as('present'),
            sql<number>`sum(paused)`.as('paused'),
            sql<number>`sum(late)`.as('late'),
          ]),
      )
      .map(({ counterId, ...sums }) => [counterId, sums]),
  );
  const add = (counterId: number, { promised, present, paused, late }: Presence) => {
    const sum = found.get(counterId) ?? nothing;
    found.set(counterId, {
      days: sum.days + 1,
      daysAbsent: sum.daysAbsent + (present === 0 ? 1 : 0),
      promised: sum.promised + promised,
      present: sum.present + present,
      paused: sum.paused + paused,
      late: sum.late + late,
    });
  };
  for (const date of reportedDates(reader, period).unsummed) {
    for (const [counterId, day] of readPresence(reader, hall, date, now)) add(counterId, day);
  }
  const agencies = new Map(
    reader.all(query.selectFrom('counters').select(['id', 'agency'])).map(({ id, agency }) => [id, agency]),
  );
  return [...readReportNames(reader, 'counter')].flatMap(([counterId, { name, counterCode }]) => {
    if (!reaches(period.reach, Number(counterId))) return [];
    const sums = found.get(Number(counterId));
    const agency = agencies.get(Number(counterId)) ?? '';
    return sums ? [{ counterId, counterCode: counterCode ?? '', name, agency, ...sums }] : [];
  });
}

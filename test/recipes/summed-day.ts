import { summaryView } from '../../electron/views/reports/summary-view';
import { sumNextDay } from '../support/close-days';
import { endOfDay, liveThrough, officersAtDesks } from '../support/random-day';
import { recount } from '../support/recount';
import { staffHall } from '../support/staff-hall';

export { firstReports } from '../support/first-reports';

/** Returns how many were called on a day of four numbers: by its packed sums, by its steps, and counted a second time. */
export function summedDay() {
  const hall = staffHall();
  const officers = officersAtDesks(hall);
  for (let number = 0; number < 4; number += 1) hall.ticket('A');
  liveThrough(
    hall,
    officers,
    (['callNext', 'noShow', 'callNext'] as const).map((verb) => ({ verb, seconds: 60, choice: 0, other: 0 })),
  );
  endOfDay(hall, '2026-11-25');
  const called = () => {
    const [row] = summaryView(hall.view(), {
      from: '2026-11-24',
      to: '2026-11-24',
      by: 'period',
      reach: null,
    });
    return (row as unknown as Readonly<Record<string, unknown>>).called;
  };
  const counted = called();
  const { period } = recount(
    hall.store,
    'period',
    (id) => hall.hall().service.get(id)?.counterId,
  ) as Readonly<Record<string, { readonly called?: number }>>;
  sumNextDay(hall);
  return { packed: called(), counted, recounted: period?.called };
}

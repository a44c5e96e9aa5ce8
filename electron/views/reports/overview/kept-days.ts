import type { DayState, Overview } from '../../../contract/overview';
import type { Presence } from '../../../contract/report-columns';
import type { ViewContext } from '../../view-context';
import { readReportNames } from '../names';
import { agenciesOf, presenceDays } from '../presence-days';
import type { WithinReach } from '../summary-view';

/** Of the promised hours, with somebody there, for a day to count as kept. */
const enoughOfDay = 0.75;

/** Which counters within reach were there on each day of a period, those that lost the most hours first. */
export function keptDays(
  look: ViewContext,
  period: { readonly from: string; readonly to: string } & WithinReach,
): Overview['presence'] {
  const counters = new Map<number, { lost: number; readonly days: Map<string, DayState> }>();
  presenceDays(look, period, (date, counterId, day) => {
    const counter = counters.get(counterId) ?? { lost: 0, days: new Map() };
    counters.set(counterId, counter);
    counter.lost += day.promised - day.present;
    counter.days.set(date, stateOf(day));
  });
  const dates = [...new Set([...counters.values()].flatMap(({ days }) => [...days.keys()]))].sort();
  const agencies = agenciesOf(look);
  const rows = [...readReportNames(look.reader, 'counter')].flatMap(([key, { name, counterCode }]) => {
    const counter = counters.get(Number(key));
    if (!counter) return [];
    const days = dates.map((date): DayState => counter.days.get(date) ?? 'none');
    return [
      {
        lost: counter.lost,
        row: {
          counterId: key,
          code: counterCode ?? '',
          name,
          agency: agencies.get(Number(key)) ?? '',
          promised: counter.days.size,
          there: days.filter((state) => state === 'there').length,
          days,
        },
      },
    ];
  });
  return {
    dates,
    counters: rows.sort((one, other) => other.lost - one.lost).map(({ row }) => row),
  };
}

function stateOf({ present, promised }: Presence): DayState {
  if (present === 0) return 'nobody';
  return present >= enoughOfDay * promised ? 'there' : 'part';
}

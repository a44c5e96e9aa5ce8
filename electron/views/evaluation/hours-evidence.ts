import type { OpeningWeek } from '../../contract/configuration';
import type { ViewContext } from '../view-context';
import { type EvidenceView, type FigureOf, type Said, yes } from './evidence';

const isWeekend = ({ weekday }: OpeningWeek[number]) => weekday > 5;

/** The hours as they are now, and the days of the year that had others. */
export const hoursEvidence: EvidenceView<FigureOf<'hours'>> = ({ hall }, { from, to }) => {
  const weeks = weeksOf(hall);
  const days = weeks.flat();
  const decided = days.length > 0;
  const noBreak = decided && days.every(({ breaks }) => breaks.length === 0);
  const weekend = days.some(isWeekend);
  const weekendAtTimes = hall.closures.some(
    ({ week, fromDate, toDate }) =>
      week?.some(isWeekend) === true && fromDate <= to && (toDate === null || toDate >= from),
  );
  const aroundTheClock = days.some(({ opens, closes }) => opens === '00:00' && closes === '24:00');
  const withBreak = weeks.filter((week) => week.some(({ breaks }) => breaks.length > 0)).length;
  const lacks: Said[] = [];
  if (!decided) lacks.push({ key: 'hours.none', at: 'hours' });
  else if (!noBreak) lacks.push({ key: 'hours.breaks', values: { count: withBreak }, at: 'hours' });
  if (decided && !weekend) lacks.push({ key: 'hours.noWeekend', at: 'hours' });
  return {
    figures: {
      decided: yes(decided),
      noBreak: yes(noBreak),
      weekend: yes(weekend),
      weekendAtTimes: yes(weekendAtTimes),
      aroundTheClock: yes(aroundTheClock),
    },
    says: decided
      ? [
          { key: 'hours.says', values: { count: weeks.length } },
          ...(noBreak ? [{ key: 'hours.noBreak' } as const] : []),
          ...(weekend ? [{ key: 'hours.weekend' } as const] : []),
        ]
      : [],
    lacks,
  };
};

/** The week of each counter: its own, or the hall's. */
function weeksOf({ counters, hours }: ViewContext['hall']): OpeningWeek[] {
  return counters.flatMap(({ id }) => {
    const week = (hours.get(`counter:${id}`) ?? hours.get('hall'))?.week ?? [];
    return week.length > 0 ? [week] : [];
  });
}

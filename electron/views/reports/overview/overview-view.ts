import { addDays } from '../../../contract/calendar-days';
import { periodBefore } from '../../../contract/neighbouring-period';
import type { Overview, OverviewQuery, TellingCounter } from '../../../contract/overview';
import { targetShare } from '../../../contract/target-share';
import { openingDay } from '../../../queue/opening-hours';
import { reaches } from '../../../queue/reach';
import type { ViewContext } from '../../view-context';
import { readReportNames } from '../names';
import type { WithinReach } from '../summary-view';
import { keptDays } from './kept-days';
import { type CounterFigures, type PeriodFigures, periodFigures } from './period-figures';
import { changeOf, enoughCalled, tellingCounters } from './telling-counters';

/** A period within reach on one page, beside the one that it is compared with. */
export function overviewView(look: ViewContext, asked: OverviewQuery & WithinReach): Overview {
  const { from, to, reach } = asked;
  const { targetWaitMinutes: targetMinutes } = look.hall.settings;
  const before = periodBefore(asked, asked.against);
  const now = periodFigures(look, { from, to, reach }, targetMinutes);
  const then = periodFigures(look, { ...before, reach }, targetMinutes);
  const hours = [...new Set([...now.hours.keys(), ...then.hours.keys()])].sort();
  return {
    from,
    to,
    before,
    targetMinutes,
    isClosed: now.whole.days === 0 && isClosed(look, asked),
    figures: now.whole,
    figuresBefore: then.whole.days === 0 ? null : then.whole,
    hours: hours.map((hour) => ({
      hour,
      called: now.hours.get(hour)?.called ?? 0,
      usualWait: now.hours.get(hour)?.usualWait ?? null,
      usualWaitBefore: then.hours.get(hour)?.usualWait ?? null,
    })),
    busyCounters: [...now.counters.values()].filter(({ called }) => called > 0).length,
    counters: countersToLookAt(look, now, then),
    presence: keptDays(look, { from, to, reach }),
  };
}

function countersToLookAt(look: ViewContext, now: PeriodFigures, then: PeriodFigures): TellingCounter[] {
  const names = readReportNames(look.reader, 'counter');
  const counters = [...now.counters].map(([counterId, figures]) => ({
    counterId,
    ...figures,
    calledBefore: then.counters.get(counterId)?.called ?? 0,
    usualWaitBefore: then.counters.get(counterId)?.usualWait ?? null,
  }));
  return tellingCounters(counters, targetShare).flatMap(({ counter, why }) => {
    const named = names.get(String(counter.counterId));
    if (!named) return [];
    return {
      counterId: String(counter.counterId),
      code: named.counterCode ?? '',
      name: named.name,
      why,
      served: counter.served,
      usualWait: counter.usualWait,
      longWait: counter.longWait,
      usualWaitBefore: changeOf(counter) === null ? null : counter.usualWaitBefore,
      officersADay: counter.officersADay,
      worstWeekday: worstWeekday(counter),
    };
  });
}

/** How much longer the long waits of a weekday are than those of all days, for it to be worth naming. */
const muchWorse = 1.5;

function worstWeekday({ weekdays, longWait }: CounterFigures): TellingCounter['worstWeekday'] {
  const [worst] = [...weekdays]
    .filter(([, { called }]) => called >= enoughCalled)
    .sort(([, one], [, other]) => other.longWait - one.longWait);
  if (!worst || worst[1].longWait < muchWorse * (longWait ?? 0)) return null;
  return { weekday: worst[0], longWait: worst[1].longWait };
}

/** Whether nothing opens; looked for in so many days at most. */
const mostDays = 31;

function isClosed({ hall }: ViewContext, { from, to, reach }: OverviewQuery & WithinReach): boolean {
  if (addDays(from, mostDays) <= to) return false;
  const services = hall.counters
    .filter(({ id }) => reaches(reach, id))
    .flatMap((counter) => counter.services);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (services.some((service) => openingDay(hall, service, date).spans.length > 0)) return false;
  }
  return true;
}

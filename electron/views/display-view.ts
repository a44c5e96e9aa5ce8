import { DateTime } from 'luxon';
import type { DisplaySnapshot, Notice } from '../contract/lobby';
import type { Hall } from '../store/hall';
import type { ViewContext } from './view-context';

/** A closure is told of this many days before it begins. */
const noticeDays = 14;

/** What a lobby screen must know besides the board: the hall's name, its running text, voice and notices. */
export function displayView({ hall, businessDate }: ViewContext): DisplaySnapshot {
  const { settings } = hall;
  return {
    name: settings.siteName,
    city: settings.city,
    timezone: settings.timezone,
    practice: settings.practice,
    runningText: settings.runningText,
    notices: [...closureNotices(hall, businessDate), ...someDaysNotices(hall)],
    voice: { volume: settings.voiceVolume, speed: settings.voiceSpeed, quietHours: settings.quietHours },
  };
}

/**
 * Services that open on fewer days than the hall. Visitors come on other days and only then learn it, so the
 * screen says it every day. A service without any day is closed for good and no news.
 */
function someDaysNotices(hall: Hall): Notice[] {
  const hallDays = hall.hours.get('hall')?.week.length ?? 0;
  return hall.counters.flatMap((counter) =>
    counter.services.flatMap((service): Notice[] => {
      const own = hall.hours.get(`service:${service.id}`) ?? hall.hours.get(`counter:${counter.id}`);
      if (!own || own.week.length === 0 || own.week.length >= hallDays) return [];
      return [
        {
          kind: 'some_days',
          service: service.name,
          counter: counter.name,
          days: [...own.week]
            .sort((one, other) => one.weekday - other.weekday)
            .map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
          quotaPerDay: service.quotaPerDay,
        },
      ];
    }),
  );
}

function closureNotices(hall: Hall, businessDate: string): Notice[] {
  const last = DateTime.fromISO(businessDate, { zone: 'utc' }).plus({ days: noticeDays }).toISODate();
  if (!last) return [];
  return hall.closures
    .filter((closure) => closure.toDate >= businessDate && closure.fromDate <= last)
    .flatMap((closure): Notice[] => {
      const [scope, id] = closure.scope.split(':');
      const of = scope === 'counter' ? hall.counter.get(Number(id)) : hall.service.get(Number(id));
      // What was archived since has no visitors to tell.
      if (scope !== 'hall' && !of) return [];
      return [
        {
          kind: 'closure',
          of: of?.name ?? null,
          from: closure.fromDate,
          to: closure.toDate,
          reason: closure.reason,
          otherHours: closure.week !== null,
        },
      ];
    });
}

import { DateTime } from 'luxon';
import type { DisplaySnapshot, Notice } from '../contract/lobby';
import type { Hall, HallCounter, HallService } from '../store/hall';
import { slidesDue } from './admin/slides';
import { resultNotices } from './result-notices';
import { standardNotices } from './standards/standard-notices';
import type { ViewContext } from './view-context';

/** A closure is told of this many days before it begins. */
const noticeDays = 14;

/** What a lobby screen must know besides the board: the hall's name, its running text, voice and notices. */
export function displayView(context: ViewContext): DisplaySnapshot {
  const { hall, businessDate } = context;
  const { settings } = hall;
  return {
    name: settings.siteName,
    city: settings.city,
    logo: settings.logo,
    timezone: settings.timezone,
    practice: settings.practice,
    languages: settings.languages,
    layout: settings.display,
    runningText: settings.runningText,
    notices: [
      ...closureNotices(hall, businessDate),
      ...someDaysNotices(hall),
      ...resultNotices(context),
      ...standardNotices(context),
    ],
    slides: slidesDue(context),
    voice: {
      volume: settings.voiceVolume,
      speed: settings.voiceSpeed,
      output: settings.lobbyOutput,
      names: settings.voiceNames,
      quietHours: settings.quietHours,
      announceStops: settings.announceStops,
      revision: settings.voiceRevision,
    },
  };
}

/**
 * Counters and services that open on fewer days than the hall. Visitors come on other days and only then learn it,
 * so the screen says it every day. What has no day at all is closed for good and no news.
 */
function someDaysNotices(hall: Hall): Notice[] {
  const hallDays = (hall.hours.get('hall')?.week ?? []).map((day) => day.weekday).sort();
  const notice = (
    scope: string,
    counter: HallCounter,
    service: HallService | null,
    quotaPerDay: number | null,
  ): Notice[] => {
    const week = hall.hours.get(scope)?.week ?? [];
    const closedOn = hallDays.filter((weekday) => !week.some((day) => day.weekday === weekday));
    if (week.length === 0 || closedOn.length === 0) return [];
    const days = [...week].sort((one, other) => one.weekday - other.weekday);
    return [
      {
        kind: 'some_days',
        counterId: String(counter.id),
        counter: counter.name,
        service: service?.name ?? null,
        days: days.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
        closedOn,
        quotaPerDay,
      },
    ];
  };
  return hall.counters.flatMap((counter) => {
    const [first, ...others] = counter.services;
    // A quota belongs to a service; of a counter it can be told only where that is all it does.
    const quota = first && others.length === 0 ? first.quotaPerDay : null;
    return [
      ...notice(`counter:${counter.id}`, counter, null, quota),
      ...counter.services.flatMap((service) =>
        notice(`service:${service.id}`, counter, service, service.quotaPerDay),
      ),
    ];
  });
}

function closureNotices(hall: Hall, businessDate: string): Notice[] {
  const last = DateTime.fromISO(businessDate, { zone: 'utc' }).plus({ days: noticeDays }).toISODate();
  if (!last) return [];
  return hall.closures
    .filter(
      (closure) => (closure.toDate === null || closure.toDate >= businessDate) && closure.fromDate <= last,
    )
    .flatMap((closure): Notice[] => {
      const [scope, id] = closure.scope.split(':');
      const service = scope === 'service' ? hall.service.get(Number(id)) : undefined;
      const of = scope === 'counter' ? hall.counter.get(Number(id)) : service;
      const counterId = service?.counterId ?? of?.id;
      // What was archived since has no visitors to tell.
      if (scope !== 'hall' && !of) return [];
      return [
        {
          kind: 'closure',
          of: of?.name ?? null,
          counterId: counterId === undefined ? null : String(counterId),
          from: closure.fromDate,
          to: closure.toDate,
          reason: closure.reason,
          otherHours: closure.week !== null,
        },
      ];
    });
}

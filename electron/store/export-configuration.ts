import { createHash } from 'node:crypto';
import type { Configuration } from '../contract/configuration';
import { settings } from '../contract/settings';
import type { Hall, HallCounter, HallDesk } from './hall';

type ServiceConfiguration = Configuration['counters'][number]['services'][number];

/**
 * Settings that no file carries: the first go elsewhere in it, the version and the progress of the set-up are this hall's own, practice ends by go-live,
 * the PIN is a secret, another machine has another certificate, and a stop is of the day.
 */
export const settingsApart = [
  'siteName',
  'city',
  'timezone',
  'languages',
  'version',
  'practice',
  'setUpDone',
  'setUpSkipped',
  'exitPinHash',
  'httpsRequired',
  'voiceRevision',
  'hallStop',
  'numberLimits',
] as const;

/** The hall's configuration as a file that makes the same hall anew: archived rows, accounts and secrets left out. */
export function exportConfiguration(hall: Hall): Configuration {
  const { siteName: name, city, timezone, languages } = hall.settings;
  const apart: ReadonlySet<string> = new Set(settingsApart);
  const others = Object.entries(hall.settings).filter(([key]) => key in settings.shape && !apart.has(key));
  const hoursOf = (scope: string) => hall.hours.get(scope) ?? null;
  const closuresOf = (scope: string) =>
    hall.closures
      .filter((closure) => closure.scope === scope)
      .map(({ fromDate, toDate, reason, week }) => ({ from: fromDate, to: toDate, reason, week }));
  return {
    format: 'antre-site',
    version: 1,
    site: { name, city, timezone, languages },
    hours: hoursOf('hall') ?? { week: [], lastTicketMinutesBefore: 0 },
    closures: closuresOf('hall'),
    counters: hall.counters.map((counter) => ({
      code: counter.code,
      name: counter.name,
      hint: counter.hint,
      agency: counter.agency,
      group: counter.group,
      icon: counter.icon,
      zone: counter.zone,
      paused: counter.paused,
      priorityRatio: counter.priorityRatio,
      waitLimitMinutes: counter.waitLimitMinutes,
      phoneJoining: counter.phoneJoining,
      hours: hoursOf(`counter:${counter.id}`),
      closures: closuresOf(`counter:${counter.id}`),
      desks: counter.desks
        .filter((desk) => desk.counterId === counter.id)
        .map((desk) => {
          const others = desk.counterIds.slice(1).flatMap((id) => hall.counter.get(id) ?? []);
          return {
            number: desk.number,
            label: desk.label,
            ...servedAt(desk, counter),
            ...(others.length === 0
              ? {}
              : { otherCounters: others.map((other) => ({ code: other.code, ...servedAt(desk, other) })) }),
          };
        }),
      services: counter.services.map((service) => ({
        name: service.name,
        prefix: service.prefix === counter.code ? null : service.prefix,
        quotaPerDay: service.quotaPerDay,
        usualMinutes: service.usualMinutes,
        documents: service.documents,
        priorities: service.priorities && [...service.priorities],
        calledMinutes: service.calledMinutes,
        paused: service.paused,
        hours: hoursOf(`service:${service.id}`),
        closures: closuresOf(`service:${service.id}`),
        ...standardOf(hall, service.id),
      })),
    })),
    settings: Object.fromEntries(others) as NonNullable<Configuration['settings']>,
  };
}

/** What is written of a service's standard; nothing written: nothing. */
function standardOf(hall: Hall, serviceId: number): Pick<ServiceConfiguration, 'standard'> {
  const kept = hall.standards.get(serviceId);
  if (!kept) return {};
  const { version: _ownHistory, ...standard } = kept;
  return { standard };
}

/** Which of a counter's services are served at a desk, by their places; none named: all. */
function servedAt(desk: HallDesk, { services }: HallCounter): { services?: number[] } {
  const served = services.flatMap(({ id }, place) => (desk.serviceIds.includes(id) ? [place] : []));
  return served.length === services.length ? {} : { services: served };
}

/** A short text that is the same for the same configuration. */
export function configurationTag(hall: Hall): string {
  return createHash('sha256')
    .update(JSON.stringify(exportConfiguration(hall)))
    .digest('base64url')
    .slice(0, 22);
}

import { IANAZone } from 'luxon';
import type { z } from 'zod';
import { type Configuration, configuration } from '../contract/configuration';
import { settingsInFile } from '../contract/settings';
import { faultOfIssue, faultSentence, namedFault } from '../texts/fault-sentence';
import { type FieldFault, fieldFault, type PlacedFault } from '../texts/field-fault';
import { writeSettings } from './settings';
import { writeStandard } from './standards';
import { query, type Reader, type Store, type Transaction } from './store';

/** A configuration file that can't be used; `message` has a sentence for each fault, with its place in the file. */
export class ConfigurationFault extends Error {
  override name = 'ConfigurationFault';
  constructor(
    source: string,
    readonly faults: readonly string[],
  ) {
    super([`${source} cannot be used as a hall's configuration:`, ...faults].join('\n  '));
  }
}

/** The device of the built-in kiosk, whose jobs the main printer prints. */
export const builtInKioskId = 'kiosk-1';

/**
 * Reads a configuration from a file's text. `source` names the file in messages.
 * Throws `ConfigurationFault` with every fault found, each with its path (`counters[3].services[0].name.id`).
 */
export function parseConfiguration(text: string, source: string): Configuration {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigurationFault(source, [`it is not JSON (${error instanceof Error ? error.message : ''})`]);
  }
  const parsed = configuration.safeParse(json);
  if (!parsed.success) throw new ConfigurationFault(source, parsed.error.issues.map(sentence));
  const faults = contradictions(parsed.data);
  if (faults.length > 0) throw new ConfigurationFault(source, faults.map(inFile));
  return parsed.data;
}

/**
 * Puts a configuration into an empty database, all or nothing in one transaction, and makes the device of the
 * built-in kiosk. Returns false, changing nothing, where a hall is configured already.
 * `now` is milliseconds since 1970 UTC. Throws `ConfigurationFault`.
 */
export function importConfiguration(store: Store, imported: Configuration, now: number): boolean {
  const faults = contradictions(imported);
  if (faults.length > 0) throw new ConfigurationFault('The configuration', faults.map(inFile));
  return store.write((transaction) => {
    if (isConfigured(transaction)) return false;
    insertSettings(transaction, imported);
    insertHours(transaction, 'hall', imported.hours);
    insertClosures(transaction, 'hall', imported.closures);
    const placed = new Map(
      imported.counters.map((counter, position) => [
        counter.code,
        insertCounter(transaction, counter, position),
      ]),
    );
    insertDesks(transaction, imported.counters, placed);
    transaction.run(
      query
        .insertInto('devices')
        .values({ id: builtInKioskId, kind: 'kiosk', name: 'Kiosk 1', createdAt: now }),
    );
    transaction.announce({ kind: 'configuration' });
    return true;
  });
}

/** Whether a hall is configured: a new database holds none. */
export function isConfigured(reader: Reader): boolean {
  return (
    reader.first(query.selectFrom('devices').select('id').where('id', '=', builtInKioskId)) !== undefined
  );
}

type CounterConfiguration = Configuration['counters'][number];

/** Where a counter of a file and its services are in the database. */
interface PlacedCounter {
  readonly counterId: number;
  /** In the order of the file. */
  readonly serviceIds: readonly number[];
}

/**
 * The other counters that a desk of a file serves, and what is served there, null: all. `placed`: the file's counters, by
 * code; codes that it lacks are left out.
 */
export function deskDuty(
  desk: CounterConfiguration['desks'][number],
  own: PlacedCounter,
  placed: ReadonlyMap<string, PlacedCounter>,
): { readonly otherCounterIds: number[]; readonly serviceIds: number[] | null } {
  const others = (desk.otherCounters ?? []).flatMap(({ code, services }) => {
    const counter = placed.get(code);
    return counter ? [{ ...counter, services }] : [];
  });
  const all = [{ ...own, services: desk.services }, ...others];
  return {
    otherCounterIds: others.map(({ counterId }) => counterId),
    serviceIds: all.every(({ services }) => services === undefined)
      ? null
      : all.flatMap(({ services, serviceIds }) =>
          services === undefined ? serviceIds : services.flatMap((place) => serviceIds[place] ?? []),
        ),
  };
}

function insertDesks(
  transaction: Transaction,
  counters: readonly CounterConfiguration[],
  placed: ReadonlyMap<string, PlacedCounter>,
): void {
  for (const { code, desks } of counters) {
    const own = placed.get(code);
    if (!own) continue;
    for (const desk of desks) {
      const { otherCounterIds, serviceIds } = deskDuty(desk, own, placed);
      transaction.run(
        query.insertInto('desks').values({
          counterId: own.counterId,
          otherCounterIdsJson: JSON.stringify(otherCounterIds),
          number: desk.number,
          label: desk.label,
          serviceIdsJson: serviceIds && JSON.stringify(serviceIds),
        }),
      );
    }
  }
}

function insertCounter(
  transaction: Transaction,
  counter: CounterConfiguration,
  position: number,
): PlacedCounter {
  const { lastId: counterId } = transaction.run(
    query.insertInto('counters').values({
      code: counter.code,
      nameJson: JSON.stringify(counter.name),
      hintJson: JSON.stringify(counter.hint),
      agency: counter.agency,
      groupName: counter.group,
      icon: counter.icon,
      zone: counter.zone,
      position,
      paused: counter.paused ? 1 : 0,
      priorityRatio: counter.priorityRatio ?? null,
      waitLimitMinutes: counter.waitLimitMinutes ?? null,
      phoneJoining: counter.phoneJoining === false ? 0 : 1,
    }),
  );
  if (counter.hours) insertHours(transaction, `counter:${counterId}`, counter.hours);
  insertClosures(transaction, `counter:${counterId}`, counter.closures ?? []);
  const serviceIds = counter.services.map((service, servicePosition) => {
    const { lastId: serviceId } = transaction.run(
      query.insertInto('services').values({
        counterId,
        nameJson: JSON.stringify(service.name),
        prefix: service.prefix,
        quotaPerDay: service.quotaPerDay,
        usualMinutes: service.usualMinutes,
        documentsJson: JSON.stringify(service.documents),
        position: servicePosition,
        paused: service.paused ? 1 : 0,
        prioritiesJson: service.priorities ? JSON.stringify(service.priorities) : null,
        calledMinutes: service.calledMinutes ?? null,
      }),
    );
    if (service.hours) insertHours(transaction, `service:${serviceId}`, service.hours);
    insertClosures(transaction, `service:${serviceId}`, service.closures ?? []);
    if (service.standard) writeStandard(transaction, serviceId, service.standard);
    return serviceId;
  });
  return { counterId, serviceIds };
}

/** Puts in the closures of the hall, a counter or a service. */
export function insertClosures(
  transaction: Transaction,
  scope: string,
  closures: Configuration['closures'],
): void {
  for (const closure of closures) {
    transaction.run(
      query.insertInto('closures').values({
        scope,
        fromDate: closure.from,
        toDate: closure.to,
        reasonJson: JSON.stringify(closure.reason),
        weekJson: closure.week && JSON.stringify(closure.week),
      }),
    );
  }
}

/** Puts in the weekly hours of the hall, a counter or a service. */
export function insertHours(transaction: Transaction, scope: string, hours: Configuration['hours']): void {
  transaction.run(
    query.insertInto('hours').values({
      scope,
      weekJson: JSON.stringify(hours.week),
      lastTicketMinutesBefore: hours.lastTicketMinutesBefore,
    }),
  );
}

function insertSettings(transaction: Transaction, imported: Configuration): void {
  const { name: siteName, city, timezone, languages } = imported.site;
  writeSettings(transaction, { ...imported.settings, siteName, city, timezone, languages });
}

/** What the schema can't see: things that stand apart in the file and contradict each other. */
export function contradictions(imported: Configuration): PlacedFault[] {
  const faults: PlacedFault[] = [];
  const blame = (path: string, fault: FieldFault) => void faults.push({ path, fault });
  if (!IANAZone.isValidZone(imported.site.timezone)) {
    blame('site.timezone', fieldFault('time_zone', { zone: imported.site.timezone }));
  }
  const checkClosures = (path: string, closures: Configuration['closures'] = []) => {
    for (const [index, closure] of closures.entries()) {
      if (closure.to !== null && closure.to < closure.from)
        blame(`${path}.${index}.to`, fieldFault('ends_before_begin'));
    }
  };
  checkClosures('closures', imported.closures);
  for (const [index, counter] of imported.counters.entries()) {
    checkClosures(`counters.${index}.closures`, counter.closures);
    for (const [serviceIndex, service] of counter.services.entries()) {
      checkClosures(`counters.${index}.services.${serviceIndex}.closures`, service.closures);
    }
    for (const [deskIndex, desk] of counter.desks.entries()) {
      const path = `counters.${index}.desks.${deskIndex}`;
      const checkServices = (at: string, of: CounterConfiguration, services: readonly number[] = []) => {
        const missing = services.find((place) => place >= of.services.length);
        if (missing !== undefined) {
          blame(`${at}.services`, fieldFault('no_service_place', { place: missing }));
        }
      };
      checkServices(path, counter, desk.services);
      const named = new Set([counter.code]);
      for (const [otherIndex, { code, services }] of (desk.otherCounters ?? []).entries()) {
        const at = `${path}.otherCounters.${otherIndex}`;
        const other = imported.counters.find((each) => each.code === code);
        if (!other) blame(`${at}.code`, fieldFault('no_counter', { code }));
        else if (named.has(code)) blame(`${at}.code`, fieldFault('desk_serves_already'));
        else checkServices(at, other, services);
        named.add(code);
      }
    }
  }
  // A prefix belongs to one counter: two that share it would give the same number twice.
  const owner = new Map(imported.counters.map((counter) => [counter.code, counter.code]));
  for (const [index, counter] of imported.counters.entries()) {
    for (const [serviceIndex, service] of counter.services.entries()) {
      const prefix = service.prefix ?? counter.code;
      const other = owner.get(prefix);
      if (other !== undefined && other !== counter.code) {
        blame(
          `counters.${index}.services.${serviceIndex}.prefix`,
          fieldFault('prefix_taken', { prefix, counter: other }),
        );
      }
      owner.set(prefix, other ?? counter.code);
    }
  }
  const desks = new Set<number>();
  for (const [index, counter] of imported.counters.entries()) {
    for (const [deskIndex, desk] of counter.desks.entries()) {
      if (desks.has(desk.number)) {
        blame(
          `counters.${index}.desks.${deskIndex}.number`,
          fieldFault('desk_exists', { number: desk.number }),
        );
      }
      desks.add(desk.number);
    }
  }
  const known = settingsInFile.safeParse(imported.settings ?? {});
  if (!known.success) {
    faults.push(
      ...known.error.issues.map((issue) => ({
        path: ['settings', ...issue.path].join('.'),
        fault: faultOfIssue(issue),
      })),
    );
  }
  return faults;
}

/** `counters[3].code: it …`, as somebody reads it who has the file before them. */
export function inFile({ path, fault }: PlacedFault): string {
  return `${path.replace(/\.(\d+)(?=\.|$)/g, '[$1]')}: ${faultSentence(fault, 'en')}`;
}

/** `counters[3].services[0].name.id: …` */
function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  const named = namedFault(issue);
  const message = named ? faultSentence(named, 'en') : issue.message;
  return path === '' ? message : `${path}: ${message}`;
}

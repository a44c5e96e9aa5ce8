import { z } from 'zod';
import { type Localized, type LocalizedList, localized, localizedList } from '../contract/common';
import { type OpeningWeek, openingWeek } from '../contract/configuration';
import { isRecord } from '../contract/is-record';
import { inEachLanguage, inIndonesian } from '../contract/languages';
import { type PrinterProfile, printerProfile, safeProfile } from '../contract/printer-profile';
import { printerPlace } from '../contract/printers';
import { type Settings, settings } from '../contract/settings';
import type { CounterGroup } from '../contract/site';
import { type Stop, stop } from '../contract/stop';
import { type Priority, priority } from '../contract/tickets';
import { storedIds } from './desks';
import { type HallStandard, readStandards } from './standards';
import { query, type Reader, type Store } from './store';

export interface HallService {
  readonly id: number;
  readonly counterId: number;
  readonly name: Localized;
  /** The letters before its numbers: its own, or its counter's code. */
  readonly prefix: string;
  readonly quotaPerDay: number | null;
  readonly usualMinutes: number;
  readonly documents: LocalizedList;
  readonly paused: boolean;
  /** What is known of a stop by hand, or null. */
  readonly stop: Stop | null;
  /** Who may ask to go first here; null: everybody. */
  readonly priorities: readonly Priority[] | null;
  /** Minutes after its last call in which a number must come; null: the hall's. */
  readonly calledMinutes: number | null;
}

export interface HallCounter {
  readonly id: number;
  readonly code: string;
  readonly name: Localized;
  readonly hint: Localized;
  readonly agency: string;
  readonly group: CounterGroup;
  readonly icon: string;
  readonly zone: string;
  readonly paused: boolean;
  /** What is known of a stop by hand, or null. */
  readonly stop: Stop | null;
  /** Null: the hall's. */
  readonly priorityRatio: number | null;
  readonly waitLimitMinutes: number | null;
  /** Whether its numbers are taken by phone too, where the hall allows it. */
  readonly phoneJoining: boolean;
  /** In the order of the menu. */
  readonly services: readonly HallService[];
  /** Those that serve it: its own, and others' that were set to serve it too; by number. */
  readonly desks: readonly HallDesk[];
}

export interface HallDesk {
  readonly id: number;
  /** Its own counter, whose priority ratio holds at it. */
  readonly counterId: number;
  /** All counters that it serves, its own first. */
  readonly counterIds: readonly number[];
  readonly number: number;
  readonly label: string;
  /** What is served there: its own list, or all services of its counters. Its officer may reach fewer (`deskServices`). */
  readonly serviceIds: readonly number[];
}

export interface HallHours {
  readonly week: OpeningWeek;
  readonly lastTicketMinutesBefore: number;
}

export interface HallClosure {
  readonly scope: string;
  readonly fromDate: string;
  /** Null: until further notice. */
  readonly toDate: string | null;
  readonly reason: Localized;
  /** Other hours meanwhile; null: closed. */
  readonly week: OpeningWeek | null;
}

/** A printer of a kiosk. */
export interface HallPrinter {
  readonly id: number;
  readonly deviceId: string;
  readonly name: string;
  readonly target: string;
  readonly profile: PrinterProfile;
  /** Where its paper comes out; may be empty. */
  readonly place: Localized;
  /** A lamp on its drawer port flashes at each call. */
  readonly lamp: boolean;
}

const keptStop = stop.nullable();
const priorities = z.array(priority).nullable();

/** The whole configuration as it stands, archived rows left out: what changes by editing, not by queueing. */
export interface Hall {
  readonly settings: Settings;
  /** In the order of the menu. */
  readonly counters: readonly HallCounter[];
  readonly counter: ReadonlyMap<number, HallCounter>;
  readonly service: ReadonlyMap<number, HallService>;
  /** In the order of their own counters, then by number. */
  readonly desk: ReadonlyMap<number, HallDesk>;
  /** Each counter's institution, of archived ones too: reports still know them. */
  readonly institutionOf: ReadonlyMap<number, string>;
  /** By scope: `hall`, `counter:ID`, `service:ID`. */
  readonly hours: ReadonlyMap<string, HallHours>;
  readonly closures: readonly HallClosure[];
  /** In the order in which each kiosk tries its own. */
  readonly printers: readonly HallPrinter[];
  /** What is written of the services' standards, by service; of archived ones too. */
  readonly standards: ReadonlyMap<number, HallStandard>;
  /** Rows that could not be read, each with what is wrong; the rest of the hall works on. */
  readonly faults: readonly string[];
}

/** Returns the hall as last committed; reads it anew only after a change of its configuration or a stop. */
export function keepHall(store: Store): () => Hall {
  let hall: Hall | undefined;
  store.onCommit((changes) => {
    if (changes.some(({ kind }) => kind === 'configuration' || kind === 'stop')) hall = undefined;
  });
  return () => {
    hall ??= readHall(store);
    return hall;
  };
}

/** Reads the whole configuration. A row that can't be read becomes a fault, never an exception. */
export function readHall(reader: Reader): Hall {
  const faults: string[] = [];
  const parse = <Schema extends z.ZodType>(
    schema: Schema,
    json: string,
    fallback: z.infer<Schema>,
    what: string,
  ) => {
    const parsed = schema.safeParse(parseJson(json));
    if (parsed.success) return parsed.data;
    faults.push(`${what} cannot be read`);
    return fallback;
  };
  const unnamed = inIndonesian('?');
  const noPlace = inIndonesian('');
  const noDocuments: LocalizedList = inEachLanguage(() => []);

  const services = reader.all(
    query
      .selectFrom('services')
      .selectAll()
      .where('archivedAt', 'is', null)
      .orderBy('position')
      .orderBy('id'),
  );
  const deskRows = reader.all(
    query.selectFrom('desks').selectAll().where('archivedAt', 'is', null).orderBy('number').orderBy('id'),
  );

  const counterRows = reader.all(query.selectFrom('counters').selectAll().orderBy('position').orderBy('id'));
  const withoutDesks = counterRows
    .filter(({ archivedAt }) => archivedAt === null)
    .map((row): Omit<HallCounter, 'desks'> => {
      const ownServices = services
        .filter((service) => service.counterId === row.id)
        .map(
          (service): HallService => ({
            id: service.id,
            counterId: row.id,
            name: parse(localized, service.nameJson, unnamed, `the name of service ${service.id}`),
            prefix: service.prefix ?? row.code,
            quotaPerDay: service.quotaPerDay,
            usualMinutes: service.usualMinutes,
            documents: parse(
              localizedList,
              service.documentsJson,
              noDocuments,
              `the documents of service ${service.id}`,
            ),
            paused: service.paused === 1,
            stop: parse(keptStop, service.stopJson ?? 'null', null, `the stop of service ${service.id}`),
            priorities: parse(
              priorities,
              service.prioritiesJson ?? 'null',
              null,
              `who goes first at service ${service.id}`,
            ),
            calledMinutes: service.calledMinutes,
          }),
        );
      return {
        id: row.id,
        code: row.code,
        name: parse(localized, row.nameJson, { ...unnamed, id: row.code }, `the name of counter ${row.code}`),
        hint: parse(
          localized,
          row.hintJson,
          { ...unnamed, id: row.agency },
          `the hint of counter ${row.code}`,
        ),
        agency: row.agency,
        group: row.groupName,
        icon: row.icon,
        zone: row.zone,
        paused: row.paused === 1,
        stop: parse(keptStop, row.stopJson ?? 'null', null, `the stop of counter ${row.code}`),
        priorityRatio: row.priorityRatio,
        waitLimitMinutes: row.waitLimitMinutes,
        phoneJoining: row.phoneJoining === 1,
        services: ownServices,
      };
    });
  const servicesOf = new Map(withoutDesks.map(({ id, services }) => [id, services.map((each) => each.id)]));
  const desks = deskRows.flatMap((row): HallDesk[] => {
    if (!servicesOf.has(row.counterId)) return [];
    // An archived counter or service stays in its list, so that it is served there when it comes back.
    const others = parse(storedIds, row.otherCounterIdsJson, [], `the other counters of desk ${row.label}`);
    const counterIds = [
      row.counterId,
      ...[...servicesOf.keys()].filter((id) => id !== row.counterId && others.includes(id)),
    ];
    const all = counterIds.flatMap((id) => servicesOf.get(id) ?? []);
    const own =
      row.serviceIdsJson === null
        ? all
        : parse(storedIds, row.serviceIdsJson, all, `the services of desk ${row.label}`);
    const serviceIds = all.filter((id) => own.includes(id));
    return [
      { id: row.id, counterId: row.counterId, counterIds, number: row.number, label: row.label, serviceIds },
    ];
  });
  const counters = withoutDesks.map(
    (counter): HallCounter => ({
      ...counter,
      desks: desks.filter(({ counterIds }) => counterIds.includes(counter.id)),
    }),
  );

  const hours = new Map(
    reader.all(query.selectFrom('hours').selectAll()).map((row) => [
      row.scope,
      {
        week: parse(openingWeek, row.weekJson, [], `the hours of ${row.scope}`),
        lastTicketMinutesBefore: row.lastTicketMinutesBefore,
      },
    ]),
  );
  const closures = reader.all(query.selectFrom('closures').selectAll().orderBy('fromDate')).map((row) => ({
    scope: row.scope,
    fromDate: row.fromDate,
    toDate: row.toDate,
    reason: parse(localized, row.reasonJson, unnamed, `the reason of closure ${row.id}`),
    week:
      row.weekJson === null ? null : parse(openingWeek, row.weekJson, [], `the hours of closure ${row.id}`),
  }));

  const printers = reader
    .all(query.selectFrom('printers').selectAll().orderBy('deviceId').orderBy('position').orderBy('id'))
    .map((row) => ({
      id: row.id,
      deviceId: row.deviceId,
      name: row.name,
      target: row.target,
      profile: parse(printerProfile, row.profileJson, safeProfile, `the profile of printer ${row.name}`),
      place: parse(printerPlace, row.placeJson, noPlace, `the place of printer ${row.name}`),
      lamp: row.lamp === 1,
    }));

  return {
    settings: readSettings(reader, faults),
    counters,
    counter: new Map(counters.map((counter) => [counter.id, counter])),
    service: new Map(counters.flatMap((counter) => counter.services.map((service) => [service.id, service]))),
    desk: new Map(
      counters.flatMap((counter) =>
        counter.desks.flatMap((desk) => (desk.counterId === counter.id ? [[desk.id, desk] as const] : [])),
      ),
    ),
    institutionOf: new Map(counterRows.map(({ id, agency }) => [id, agency])),
    hours,
    closures,
    printers,
    standards: readStandards(reader, (what) => void faults.push(what)),
    faults,
  };
}

function readSettings(reader: Reader, faults: string[]): Settings {
  const stored: Record<string, unknown> = {};
  for (const { key, valueJson } of reader.all(query.selectFrom('settings').selectAll())) {
    const field = settings.shape[key as keyof Settings];
    // Rows of a newer or older Antre, and values that no longer fit, leave the default in force.
    if (!field) continue;
    const parsed = field.safeParse(withNewParts(parseJson(valueJson), key as keyof Settings));
    if (parsed.success) stored[key] = parsed.data;
    else faults.push(`the setting ${key} cannot be read`);
  }
  return settings.parse(stored);
}

const defaults = settings.parse({});

/** A stored value with the defaults of those parts that its setting got since it was stored. */
function withNewParts(stored: unknown, key: keyof Settings): unknown {
  const whole: unknown = defaults[key];
  return isRecord(stored) && isRecord(whole) ? { ...whole, ...stored } : stored;
}

/** Fits no schema; undefined would fit a setting that has a default. */
const notJson = Symbol('not JSON');

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return notJson;
  }
}

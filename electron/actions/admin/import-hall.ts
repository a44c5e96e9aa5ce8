import type { Configuration } from '../../contract/configuration';
import { Refusal } from '../../queue/refusal';
import { settingsApart } from '../../store/export-configuration';
import { type HallCounter, readHall } from '../../store/hall';
import { contradictions, deskDuty, insertClosures, insertHours } from '../../store/import-configuration';
import { writeSettings } from '../../store/settings';
import { writeStandard } from '../../store/standards';
import { query, type Transaction } from '../../store/store';
import type { ActionContext } from '../action';
import { archiveCounter, changeCounter, makeCounter } from './counters';
import { archiveDesk, changeDesk, makeDesk } from './desks';
import { giveInstitutions } from './institutions';
import { archiveService, changeService, makeService } from './services';

type CounterFile = Configuration['counters'][number];

/**
 * Makes the hall what a file says: counters are the same by their code, services by their Indonesian name within the
 * counter, desks by their number. What the file lacks is archived; settings it doesn't name stay. Practice mode and
 * the kiosk's PIN are never taken from a file.
 * Refuses `invalid_request` with every fault of the file, `in_use` where something to be archived is still needed;
 * then nothing is changed, as the caller's transaction is undone.
 */
export function importHall(context: ActionContext, file: Configuration): void {
  const { transaction } = context;
  const faults = contradictions(file);
  if (faults.length > 0) throw new Refusal('invalid_request', { errors: faults });

  const wanted = new Set(file.counters.map(({ code }) => code));
  for (const counter of context.hall.counters) {
    if (!wanted.has(counter.code)) archiveCounter(context, counter.id);
  }
  // Hours and closures refer to ids: those of the hall are all put in anew.
  const scopes = [
    'hall',
    ...[...context.hall.counter.keys()].map((id) => `counter:${id}`),
    ...[...context.hall.service.keys()].map((id) => `service:${id}`),
  ];
  transaction.run(query.deleteFrom('hours').where('scope', 'in', scopes));
  transaction.run(query.deleteFrom('closures').where('scope', 'in', scopes));
  insertHours(transaction, 'hall', file.hours);
  insertClosures(transaction, 'hall', file.closures);
  releaseNames(transaction, context.hall.counters);
  // Each kind at a time, so that the hall is read anew three times and not for each service and desk.
  const counterIds = file.counters.map((counter, position) =>
    importCounter(context, counter, position, presentOf(context, counter)),
  );
  giveInstitutions(context, new Map(file.counters.map(({ agency }, at) => [counterIds[at] ?? 0, agency])));
  const withCounters = { ...context, hall: readHall(transaction) };
  const serviceIds = file.counters.map((counter, at) =>
    importServices(withCounters, counter, counterIds[at] ?? 0, presentOf(context, counter)),
  );
  const withServices = { ...context, hall: readHall(transaction) };
  const placed = new Map(
    file.counters.map(({ code }, at) => [
      code,
      { counterId: counterIds[at] ?? 0, serviceIds: serviceIds[at] ?? [] },
    ]),
  );
  for (const counter of file.counters) {
    importDesks(withServices, counter, placed, presentOf(context, counter));
  }
  importSettings(transaction, file);
  transaction.announce({ kind: 'configuration' });
}

/** So that prefixes and desk numbers can change hands within one import, all are let go of first. */
function releaseNames(transaction: Transaction, counters: readonly HallCounter[]): void {
  for (const { id } of counters) {
    transaction.run(
      query
        .updateTable('services')
        .set({ prefix: null })
        .where('counterId', '=', id)
        .where('archivedAt', 'is', null),
    );
    transaction.run(
      query
        .updateTable('desks')
        .set((desk) => ({ number: desk.neg(desk.ref('id')) }))
        .where('counterId', '=', id)
        .where('archivedAt', 'is', null),
    );
  }
}

function presentOf({ hall }: ActionContext, { code }: CounterFile): HallCounter | undefined {
  return hall.counters.find((each) => each.code === code);
}

/** Makes or changes a counter, but for a present one's institution; returns its id. */
function importCounter(
  context: ActionContext,
  file: CounterFile,
  position: number,
  present: HallCounter | undefined,
): number {
  const { transaction } = context;
  const { code, name, hint, agency, group, icon, zone } = file;
  const fields = {
    code,
    name,
    hint,
    group,
    icon,
    zone,
    position,
    paused: file.paused ?? false,
    priorityRatio: file.priorityRatio ?? null,
    waitLimitMinutes: file.waitLimitMinutes ?? null,
    phoneJoining: file.phoneJoining ?? true,
  };
  if (present) changeCounter(context, present.id, fields);
  const counterId = present?.id ?? makeCounter(context, { ...fields, agency });
  if (file.hours) insertHours(transaction, `counter:${counterId}`, file.hours);
  insertClosures(transaction, `counter:${counterId}`, file.closures ?? []);
  return counterId;
}

/** Makes, changes and archives a counter's services; returns the ids of those of the file, in its order. */
function importServices(
  context: ActionContext,
  file: CounterFile,
  counterId: number,
  present: HallCounter | undefined,
): number[] {
  const { transaction } = context;
  const left = [...(present?.services ?? [])];
  const serviceIds = file.services.map((service, place) => {
    const index = left.findIndex((each) => each.name.id === service.name.id);
    const same = index < 0 ? undefined : left.splice(index, 1)[0];
    const { hours, closures, standard, ...rest } = service;
    const values = {
      ...rest,
      position: place,
      paused: service.paused ?? false,
      priorities: service.priorities ?? null,
      calledMinutes: service.calledMinutes ?? null,
    };
    if (same) changeService(context, same.id, values);
    const serviceId = same?.id ?? makeService(context, { ...values, counterId: String(counterId) });
    if (hours) insertHours(transaction, `service:${serviceId}`, hours);
    insertClosures(transaction, `service:${serviceId}`, closures ?? []);
    if (standard) writeStandard(transaction, serviceId, standard);
    return serviceId;
  });
  for (const { id, prefix } of left) {
    archiveService(context, id);
    transaction.run(
      query
        .updateTable('services')
        .set({ prefix: prefix === file.code ? null : prefix })
        .where('id', '=', id),
    );
  }
  return serviceIds;
}

/** Makes, changes and archives a counter's desks. */
function importDesks(
  context: ActionContext,
  file: CounterFile,
  placed: Parameters<typeof deskDuty>[2],
  present: HallCounter | undefined,
): void {
  const own = placed.get(file.code);
  if (!own) return;
  const left = (present?.desks ?? []).filter(({ counterId }) => counterId === present?.id);
  for (const desk of file.desks) {
    const index = left.findIndex((each) => each.number === desk.number);
    const same = index < 0 ? undefined : left.splice(index, 1)[0];
    const { otherCounterIds, serviceIds } = deskDuty(desk, own, placed);
    const values = {
      number: desk.number,
      label: desk.label,
      otherCounterIds: otherCounterIds.map(String),
      serviceIds: serviceIds?.map(String) ?? null,
    };
    if (same) changeDesk(context, same.id, values);
    else makeDesk(context, { ...values, counterId: String(own.counterId) });
  }
  for (const { id, number } of left) {
    archiveDesk(context, id);
    context.transaction.run(query.updateTable('desks').set({ number }).where('id', '=', id));
  }
}

function importSettings(transaction: Transaction, file: Configuration): void {
  const apart: ReadonlySet<string> = new Set(settingsApart);
  const { name: siteName, city, timezone, languages } = file.site;
  const others = Object.entries(file.settings ?? {}).filter(([key]) => !apart.has(key));
  writeSettings(transaction, { ...Object.fromEntries(others), siteName, city, timezone, languages });
}

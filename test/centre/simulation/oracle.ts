import { countedEpochs } from '../../../electron/contract/centre/counted-epochs';
import { type JournalEntry, readEntry } from '../../../electron/contract/centre/journal-kinds';
import type { JournalRow } from '../../../electron/contract/centre/journal-row';
import { packSums, unpackSums } from '../../../electron/queue/report/packed-sums';
import { withoutOfficers } from '../../../electron/queue/report/without-officers';
import { query } from '../../../electron/store/store';
import type { SimulatedCentre } from './simulated-centre';
import { nameOf, type SimulatedHall } from './simulated-hall';

/** What is told of, as the events' own table names it. */
const toldKinds = new Map(
  Object.entries({
    issued: 'issued',
    paper: 'waiting',
    void: 'void',
    called: 'call',
    recalled: 'recall',
    started: 'started',
    finished: 'finished',
    service_added: 'service_added',
    service_removed: 'service_removed',
    no_show: 'no_show',
    held: 'held',
    transferred: 'transferred',
    reinstated: 'reinstated',
    taken_back: 'taken_back',
    cancelled: 'cancelled',
    moved: 'moved',
    desk_taken: 'taken',
    desk_left: 'left',
    desk_paused: 'paused',
    desk_resumed: 'resumed',
  }),
);

/** Rows beside those of the hall's life, for the harm they do. */
export const farDate = '2001-01-01';

interface CountedRow {
  readonly name: string;
  readonly date: string | null;
  readonly entry: JournalEntry | null;
}

/** The rows of a hall's journal that count, in their order, by the epochs that it opened. */
function countedOf(rows: readonly JournalRow[]): JournalRow[] {
  const epochs = new Map<number, Parameters<typeof countedEpochs>[0][number]>();
  for (const row of rows) {
    const read = row.seq === 1 ? readEntry(row) : null;
    const opened = read && 'entry' in read && read.entry.kind === 'epoch_opened' ? read.entry.body : null;
    const known = epochs.get(row.epoch) ?? { epoch: row.epoch, lastSeq: 0, after: opened?.after ?? null };
    epochs.set(row.epoch, { ...known, lastSeq: row.seq });
  }
  const counted = countedEpochs([...epochs.values()]);
  return rows.filter(({ epoch, seq }) => seq <= (counted.get(epoch) ?? 0));
}

function toCounted(row: JournalRow): CountedRow {
  const read = readEntry(row);
  const entry = 'entry' in read ? read.entry : null;
  const date = entry && 'date' in entry.body ? entry.body.date : null;
  return { name: nameOf(row), date, entry };
}

/** What is wrong at the centre with a hall of one machine, where all was told; nothing: an empty list. */
export async function faultsOf(
  centre: SimulatedCentre,
  id: number,
  machines: readonly SimulatedHall[],
): Promise<string[]> {
  const { query: ask } = centre.database;
  const hall = await ask.selectFrom('halls').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const there = await ask
    .selectFrom('journal')
    .innerJoin('feeds', (join) =>
      join.onRef('feeds.hall_id', '=', 'journal.hall_id').onRef('feeds.epoch', '=', 'journal.epoch'),
    )
    .select(['journal.epoch', 'seq', 'hash', 'body', 'kind', 'counts_to'])
    .where('journal.hall_id', '=', id)
    .orderBy('journal.epoch')
    .orderBy('seq')
    .execute();
  const counted = there
    .filter(({ seq, counts_to }) => counts_to === null || seq <= counts_to)
    .map((row) => nameOf(row));
  if (new Set(there.map(nameOf)).size !== there.length) return ['a row is there twice'];
  if (machines.length > 1) {
    const isOneLine = machines.some((machine) => counted.every((name) => machine.ever.has(name)));
    if (!isOneLine) return ['rows of two machines are counted together'];
    if (hall.frozen_at !== null) return [];
    const isWhole = machines.some((machine) => faultsOfRows(machine, counted).length === 0);
    return isWhole ? [] : ['nothing is frozen, and no machine’s journal is counted'];
  }
  const [machine] = machines;
  if (!machine) return [];
  if (hall.frozen_at !== null) return ['frozen, although it has one machine'];
  const faults = faultsOfRows(machine, counted);
  if (faults.length > 0) return faults;
  const strange = there.find((row) => !machine.ever.has(nameOf(row)));
  if (strange) return [`it never wrote ${nameOf(strange)}`];
  // What the centre forgot stays forgotten, also where the hall went back to before.
  const forgotten = new Set(there.filter(({ body }) => body === '').map(nameOf));
  const before = there.flatMap(({ kind, body }) => (kind === 'purged' ? [JSON.parse(body).before] : []));
  const tooMuch = journalOf(machine).find(
    ({ name, date }) => forgotten.has(name) && !before.some((each) => (date ?? '9') < each),
  );
  if (tooMuch) return [`forgotten without need: ${tooMuch.name}`];
  return [
    ...faultsOfEvents(machine),
    ...(await faultsOfTables(centre, id, machine, forgotten)),
    ...machine.faults.map((fault) => `could not be told: ${String(fault)}`),
  ];
}

/** All of the hall's rows that count, with what it has dropped since. */
function journalOf(machine: SimulatedHall): CountedRow[] {
  const rows = [...machine.dropped, ...machine.rows()].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  return countedOf(rows).map(toCounted);
}

function faultsOfRows(machine: SimulatedHall, counted: readonly string[]): string[] {
  const own = journalOf(machine).map(({ name }) => name);
  const lacks = own.filter((name) => !counted.includes(name));
  const others = counted.filter((name) => !own.includes(name));
  return [
    ...lacks.slice(0, 3).map((name) => `the centre does not count ${name}`),
    ...others.slice(0, 3).map((name) => `the centre counts ${name}, and the hall does not`),
  ];
}

/** The journal against the domain's own table: what happened was told, once. */
function faultsOfEvents(machine: SimulatedHall): string[] {
  const rows = journalOf(machine);
  const begins = rows.filter(
    ({ entry }) =>
      entry?.kind === 'epoch_opened' && entry.body.after === null && entry.body.reason !== 'linked',
  );
  if (begins.length > 0) return machine.mayBeginAnew ? [] : ['the journal began anew without need'];
  const told = new Map<string, number>();
  let { purgedBefore } = machine;
  const purged = new Set<number>();
  for (const { entry, date } of rows) {
    if (entry?.kind === 'purged' && entry.body.before > purgedBefore) purgedBefore = entry.body.before;
    if (entry?.kind !== 'call' && entry?.kind !== 'ticket_step' && entry?.kind !== 'desk') continue;
    if (entry.kind !== 'desk' && entry.body.date < machine.purgedBefore) purged.add(entry.body.ticketId);
    const step = entry.kind === 'call' ? (entry.body.recall ? 'recall' : 'call') : entry.body.step;
    const key = `${date} ${step} ${entry.kind === 'desk' ? `desk ${entry.body.deskId}` : entry.body.ticketId}`;
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  const faults: string[] = [];
  for (const { id, at, kind, ticketId, deskId, businessDate } of machine.events()) {
    const step = toldKinds.get(kind);
    if (step === undefined || machine.beforeLink.has(`${id} ${at}`)) continue;
    const key = `${businessDate} ${step} ${kind.startsWith('desk_') ? `desk ${deskId}` : ticketId}`;
    const left = (told.get(key) ?? 0) - 1;
    if (left < 0) faults.push(`was not told: ${key}`);
    told.set(key, left);
  }
  for (const [key, left] of told) {
    const [date = '', , ticketId] = key.split(' ');
    // With a ticket all goes that happened to it, at later dates too.
    const isPurged = date < purgedBefore || purged.has(Number(ticketId));
    if (left > 0 && !isPurged) faults.push(`told, and did not happen: ${key}`);
  }
  return faults.slice(0, 5);
}

/** What the centre shows against what follows from the hall's own rows and sums. */
async function faultsOfTables(
  { database }: SimulatedCentre,
  id: number,
  machine: SimulatedHall,
  forgotten: ReadonlySet<string>,
): Promise<string[]> {
  const of = async (name: 'ticket_days' | 'day_sums' | 'hall_desks' | 'configurations' | 'parked') =>
    (await database.query.selectFrom(name).selectAll().where('hall_id', '=', id).execute()) as Record<
      string,
      unknown
    >[];
  const rows = journalOf(machine).filter(({ name }) => !forgotten.has(name));
  const days = new Map<string, Record<string, number>>();
  const desks = new Map<number, string>();
  const deskDates = new Map<number, string>();
  let fingerprint = '';
  for (const { entry } of rows) {
    if (entry?.kind === 'configuration_version') fingerprint = entry.body.fingerprint;
    if (entry?.kind === 'desk') {
      desks.set(entry.body.deskId, `${entry.body.date} ${entry.body.step}`);
      deskDates.set(entry.body.deskId, entry.body.date);
    }
    if (entry?.kind === 'purged') {
      const { before } = entry.body;
      for (const key of days.keys()) if (key < before) days.delete(key);
      for (const [deskId, date] of deskDates) if (date < before) desks.delete(deskId);
    }
    if (entry?.kind !== 'call' && entry?.kind !== 'ticket_step') continue;
    const { practice, date, serviceId } = entry.body;
    const field = entry.kind === 'ticket_step' ? entry.body.step : entry.body.recall ? 'recall' : 'calls';
    if (practice || !['issued', 'finished', 'no_show', 'cancelled', 'calls'].includes(field)) continue;
    const key = `${date} ${serviceId}`;
    const day = days.get(key) ?? {
      ...{ issued: 0, finished: 0, no_show: 0, cancelled: 0, calls: 0, waited: 0 },
    };
    day[field] = (day[field] ?? 0) + 1;
    if (entry.kind === 'call') day.waited = (day.waited ?? 0) + entry.body.waited;
    days.set(key, day);
  }
  const shownDays = (await of('ticket_days')).map(({ date, service_id, hall_id: _hall, ...day }) => [
    `${date} ${service_id}`,
    day,
  ]);
  const shownDesks = (await of('hall_desks')).map(({ desk_id, date, step }) => [desk_id, `${date} ${step}`]);
  const shownSums = (await of('day_sums'))
    .filter(({ date }) => date !== farDate)
    .map(({ date, counter_id, packed, format, present }) => [
      `${date} ${counter_id}`,
      packed ? sumsAsText(packed as Uint8Array, format as number) : null,
      present,
    ]);
  const unread = rows.filter(({ entry }) => entry === null).map(({ name }) => name.split(' ')[0]);
  const counts = new Set(rows.map(({ name }) => name.split(' ')[0]));
  const placesOf = (parkedRows: readonly Record<string, unknown>[]) =>
    parkedRows.map(({ epoch, seq }) => `${epoch}.${seq}`).filter((place) => counts.has(place));
  const allParked = await of('parked');
  const parked = placesOf(allParked.filter(({ reason }) => reason !== 'failed'));
  const overfull = rows.filter(
    ({ entry }) => entry?.kind === 'survey_sums' && farDate.startsWith(entry.body.month),
  );
  const failed = placesOf(allParked.filter(({ reason }) => reason === 'failed')).filter(
    (place) => !overfull.some(({ name }) => name.startsWith(`${place} `)),
  );
  const [configuration] = await of('configurations');
  return [
    ...difference('days of tickets', shownDays, [...days]),
    ...difference('desks', shownDesks, [...desks]),
    ...difference('sums of days', shownSums, sumsOf(machine)),
    ...difference('parked rows', parked, unread),
    ...difference('rows at which the centre failed', failed, []),
    ...difference('configuration', [configuration?.fingerprint], [fingerprint]),
  ];
}

/** The sums of days as the hall has them, by date and counter. */
function sumsOf({ store }: SimulatedHall): unknown[] {
  const sums = store.all(query.selectFrom('day_sums').selectAll());
  const presence = store.all(query.selectFrom('day_presence').selectAll());
  const keys = new Set(
    [...sums, ...presence].map(({ businessDate, counterId }) => `${businessDate} ${counterId}`),
  );
  return [...keys].map((key) => {
    const isOf = (row: { businessDate: string; counterId: number }) =>
      `${row.businessDate} ${row.counterId}` === key;
    const sum = sums.find(isOf);
    return [
      key,
      sum ? sumsAsText(packSums(withoutOfficers(unpackSums(sum.sums, sum.format))), sum.format) : null,
      presence.find(isOf)?.present ?? null,
    ];
  });
}

function sumsAsText(bytes: Uint8Array, format: number): string {
  return JSON.stringify(unpackSums(bytes, format));
}

function difference(what: string, shown: readonly unknown[], own: readonly unknown[]): string[] {
  const sorted = (list: readonly unknown[]) => JSON.stringify(list.map((each) => canonical(each)).sort());
  const [one, other] = [sorted(shown), sorted(own)];
  return one === other ? [] : [`${what}: shown ${one.slice(0, 600)} of ${other.slice(0, 600)}`];
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

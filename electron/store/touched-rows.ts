import type Database from 'better-sqlite3';

/**
 * What is kept in memory of the store, by the table whose rows it is made from; `visits`: a service's finished visits, by
 * the service.
 */
export type TouchedKind = KeptKind | JournalKind;
type KeptKind = 'tickets' | 'desks' | 'print_jobs' | 'visits' | 'dates';
/**
 * What a hall's journal is made from, heard of only where it is followed: events, dates (by the day since 1970) whose sums are
 * another, printers whose roll is.
 */
type JournalKind = 'events' | 'sums' | 'rolls';

const kinds: readonly TouchedKind[] = [
  ...(['tickets', 'desks', 'print_jobs', 'visits', 'dates'] as const),
  ...(['events', 'sums', 'rolls'] as const),
];

/**
 * Hears from SQLite itself which rows are written, so that no statement can change what is kept in memory without it
 * being read anew: triggers of the connection (not of the file) tell it of each row. What a transaction that was undone
 * had touched is touched once more.
 */
export class TouchedRows {
  readonly #followers = new Map<TouchedKind, Set<number>[]>(kinds.map((kind) => [kind, []]));
  /** What the transaction that is open has touched. */
  #sinceBegin: (readonly [TouchedKind, number])[] = [];
  #epoch = 0;
  #database: Database.Database | null = null;
  #hearsForJournal = false;

  /** Another number: everything may differ. */
  get epoch(): number {
    return this.#epoch;
  }

  /** A list to which ids of rows are added as they are written, from now on; whoever asked for it empties it. */
  follow(kind: TouchedKind): Set<number> {
    const touched = new Set<number>();
    this.#followers.get(kind)?.push(touched);
    return touched;
  }

  /** Whether what a journal is made from is heard of too. */
  hearForJournal(hears: boolean): void {
    if (hears === this.#hearsForJournal) return;
    this.#hearsForJournal = hears;
    this.#database?.exec(hears ? journalTriggers : noJournalTriggers);
  }

  /** Listens to a connection, whose database may be another than the one before. */
  listenTo(database: Database.Database): void {
    this.#epoch += 1;
    this.#sinceBegin = [];
    this.#database = database;
    database.function('antre_touched', (kind: number, id: number) => {
      const name = kinds[kind];
      if (name === undefined) return null;
      this.#sinceBegin.push([name, id]);
      this.#tell(name, id);
      return null;
    });
    database.pragma('temp_store = MEMORY');
    database.exec(triggers);
    if (this.#hearsForJournal) database.exec(journalTriggers);
  }

  /** A transaction begins. */
  begun(): void {
    this.#sinceBegin = [];
  }

  /** The open transaction was undone, or a part of it. */
  undone(): void {
    for (const [kind, id] of this.#sinceBegin) this.#tell(kind, id);
  }

  #tell(kind: TouchedKind, id: number): void {
    for (const touched of this.#followers.get(kind) ?? []) touched.add(id);
  }
}

const trigger = (name: string, when: string, ...touched: readonly string[]) =>
  `CREATE TEMP TRIGGER touched_${name} AFTER ${when} BEGIN ${touched.map((each) => `SELECT ${each};`).join(' ')} END;`;
const touches = (kind: TouchedKind, id: string) => `antre_touched(${kinds.indexOf(kind)}, ${id})`;
const atDesk = (row: 'OLD' | 'NEW') => `${touches('desks', `${row}.deskId`)} WHERE ${row}.deskId IS NOT NULL`;
const visitOf = (row: 'OLD' | 'NEW') =>
  `${touches('visits', `${row}.serviceId`)} WHERE ${row}.status IN ('done', 'no_show')`;

const triggers = [
  trigger('ticket_made', 'INSERT ON main.tickets', touches('tickets', 'NEW.id')),
  trigger(
    'ticket_changed',
    'UPDATE OF id, businessDate, status, priority, stepId, serviceId, firstServiceId ON main.tickets',
    touches('tickets', 'NEW.id'),
  ),
  trigger('ticket_removed', 'DELETE ON main.tickets', touches('tickets', 'OLD.id')),
  trigger(
    'step_made',
    'INSERT ON main.steps',
    touches('tickets', 'NEW.ticketId'),
    atDesk('NEW'),
    visitOf('NEW'),
  ),
  trigger(
    'step_placed',
    'UPDATE OF arrivedAt, orderedAt, placeReason ON main.steps',
    touches('tickets', 'NEW.ticketId'),
  ),
  trigger(
    'step_changed',
    'UPDATE OF status, deskId, serviceId, calledAt, endedAt, reason ON main.steps',
    atDesk('OLD'),
    atDesk('NEW'),
    visitOf('OLD'),
    visitOf('NEW'),
  ),
  trigger(
    'step_removed',
    'DELETE ON main.steps',
    touches('tickets', 'OLD.ticketId'),
    atDesk('OLD'),
    visitOf('OLD'),
  ),
  trigger('desk_made', 'INSERT ON main.desks', touches('desks', 'NEW.id')),
  trigger('desk_changed', 'UPDATE ON main.desks', touches('desks', 'NEW.id')),
  trigger('desk_removed', 'DELETE ON main.desks', touches('desks', 'OLD.id')),
  trigger(
    'officer_named',
    'UPDATE OF displayName, wholeHall, institutionsJson, counterIdsJson ON main.users',
    `${touches('desks', 'id')} FROM main.desks WHERE NEW.id IN (userId, helpAnsweredBy, breakAnsweredBy)`,
  ),
  trigger('job_made', 'INSERT ON main.print_jobs', touches('print_jobs', 'NEW.id')),
  trigger(
    'job_changed',
    'UPDATE OF state, deviceId, copy, attempts ON main.print_jobs',
    touches('print_jobs', 'NEW.id'),
  ),
  trigger('job_removed', 'DELETE ON main.print_jobs', touches('print_jobs', 'OLD.id')),
  // The newest of them is the business date that never goes back.
  trigger('date_begun', 'INSERT ON main.number_sequences', touches('dates', '0')),
  trigger('date_removed', 'DELETE ON main.number_sequences', touches('dates', '0')),
].join('\n');

const dateOf = (row: 'OLD' | 'NEW') =>
  touches('sums', `CAST(strftime('%s', ${row}.businessDate) AS INTEGER) / 86400`);
const forJournal = {
  event_written: ['INSERT ON main.events', touches('events', 'NEW.id')],
  day_summed: ['INSERT ON main.summed_days', dateOf('NEW')],
  sums_removed: ['DELETE ON main.summed_days', dateOf('OLD')],
  block_typed: ['INSERT ON main.paper_blocks', dateOf('NEW')],
  block_changed: ['UPDATE ON main.paper_blocks', dateOf('OLD'), dateOf('NEW')],
  block_removed: ['DELETE ON main.paper_blocks', dateOf('OLD')],
  roll_changed: ['UPDATE OF rollState ON main.printers', touches('rolls', 'NEW.id')],
  printer_made: ['INSERT ON main.printers', touches('rolls', 'NEW.id')],
  printer_removed: ['DELETE ON main.printers', touches('rolls', 'OLD.id')],
} as const;
const journalTriggers = Object.entries(forJournal)
  .map(([name, [when, ...touched]]) => trigger(name, when, ...touched))
  .join('\n');
const noJournalTriggers = Object.keys(forJournal)
  .map((name) => `DROP TRIGGER IF EXISTS temp.touched_${name};`)
  .join('\n');

/** Makes what is kept of a store: one for all its readers, since they all see the same connection. */
export function keptFor<Kept>(
  make: (touched: TouchedRows) => Kept,
): (reader: { readonly touched: TouchedRows }) => Kept {
  const all = new WeakMap<TouchedRows, Kept>();
  return ({ touched }) => {
    let kept = all.get(touched);
    if (!kept) {
      kept = make(touched);
      all.set(touched, kept);
    }
    return kept;
  };
}

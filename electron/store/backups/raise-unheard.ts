import Database from 'better-sqlite3';
import { DateTime } from 'luxon';
import { builtInKioskId } from '../import-configuration';
import { migrate } from '../migrate';

/** What is known of the time in which the main machine may have given numbers that nobody here heard of. */
export interface Unheard {
  /** Milliseconds since the main machine was heard last. */
  readonly silentMs: number;
  /** When that was by its own clock, and what time it is now: milliseconds since 1970 UTC. */
  readonly heardAt: number;
  readonly now: number;
}

/** Numbers of each line are left out, whatever is known of it. */
const fewestLeftOut = 20;
/** However quiet it was, so many a minute may have come. */
const fewestAMinute = 0.2;
/** So long it may have gone on as in the busiest minute; after that as in the busiest hour. */
const rushMinutes = 10;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Calls that displays may have heard. */
const callsAhead = 100_000;

/**
 * How many numbers of a line may have been given in a silence, twice over: as in its busiest minute for ten minutes, then as in its busiest
 * hour. `given` is when its numbers were given.
 */
export function numbersUnheard(given: readonly number[], { silentMs, heardAt }: Unheard): number {
  const minutes = Math.max(0, silentMs) / minuteMs;
  const ago = given.map((at) => heardAt - at).filter((each) => each >= 0);
  const busiest = (spanMs: number, withinMs: number) => {
    const counts = new Map<number, number>();
    for (const each of ago) {
      const span = Math.floor(each / spanMs);
      if (each < withinMs) counts.set(span, (counts.get(span) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  const aMinute = Math.max(fewestAMinute, busiest(minuteMs, hourMs));
  const anHour = Math.max(fewestAMinute * 60, busiest(hourMs, 24 * hourMs));
  const rush = aMinute * (Math.min(minutes, rushMinutes) + 1);
  const rest = (anHour / 60) * Math.max(0, minutes - rushMinutes);
  return Math.max(fewestLeftOut, Math.ceil((2 * (rush + rest)) / 10) * 10);
}

/**
 * Makes a standby's copy the database of the hall's new main machine: one epoch more, numbers, calls and print jobs above
 * all that may have been given unheard, papers that were awaited come out as copies. What this machine's own kiosk was
 * (`standbyId`) is the built-in one now. May be done once more where it broke off.
 */
export function raiseUnheard(
  file: string,
  taken: { readonly epoch: number; readonly unheard: Unheard },
): { readonly standbyAddress: string | null } {
  const database = new Database(file);
  try {
    database.pragma('synchronous = FULL');
    migrate(database, file);
    return database.transaction(() => {
      const machine = database.prepare('SELECT standbyId, standbyAddress FROM main_machine').get() as {
        readonly standbyId: string | null;
        readonly standbyAddress: string | null;
      };
      raiseNumbers(database, taken.unheard);
      database.prepare("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'calls'").run(callsAhead);
      printAgain(database);
      if (machine.standbyId !== null) moveKiosk(database, machine.standbyId, taken.unheard.now);
      database
        .prepare('UPDATE main_machine SET epoch = ?, standbyId = NULL, standbyAddress = NULL')
        .run(taken.epoch);
      database
        .prepare(
          "INSERT INTO audit (at, actor, action, subject, afterJson) VALUES (?, 'system', 'takeOver', NULL, ?)",
        )
        .run(taken.unheard.now, JSON.stringify({ epoch: taken.epoch }));
      return { standbyAddress: machine.standbyAddress };
    })();
  } finally {
    database.close();
  }
}

function raiseNumbers(database: Database.Database, unheard: Unheard): void {
  const zone = database.prepare("SELECT valueJson FROM settings WHERE key = 'timezone'").pluck().get() as
    | string
    | undefined;
  const timezone = zone === undefined ? 'Asia/Jakarta' : (JSON.parse(zone) as string);
  const today = DateTime.fromMillis(unheard.now, { zone: timezone }).toISODate() ?? '';
  const newest = database.prepare('SELECT max(businessDate) FROM number_sequences').pluck().get() as
    | string
    | null;
  const given = new Map<string, number[]>();
  const issued = database
    .prepare('SELECT prefix, issuedAt FROM tickets WHERE issuedAt > ?')
    .raw()
    .all(unheard.heardAt - 24 * hourMs) as [string, number][];
  for (const [prefix, at] of issued) given.set(prefix, [...(given.get(prefix) ?? []), at]);
  const prefixes = database
    .prepare(
      'SELECT DISTINCT coalesce(services.prefix, counters.code) FROM services JOIN counters ON counters.id = services.counterId',
    )
    .pluck()
    .all() as string[];
  const raise = database.prepare(
    `INSERT INTO number_sequences (businessDate, prefix, lastNumber) VALUES (?, ?, ?)
     ON CONFLICT (businessDate, prefix) DO UPDATE SET lastNumber = lastNumber + excluded.lastNumber`,
  );
  const dates = new Set([
    ...(newest === null ? [] : [newest]),
    ...(newest !== null && today < newest ? [] : [today]),
  ]);
  for (const prefix of prefixes) {
    const ahead = numbersUnheard(given.get(prefix) ?? [], unheard);
    for (const date of dates) raise.run(date, prefix, ahead);
  }
}

/** What was being printed came out, most likely; its job gets a number that none had. */
function printAgain(database: Database.Database): void {
  const open = "state IN ('queued', 'sending', 'uncertain')";
  const highest = database
    .prepare('SELECT coalesce(max(id), 0) + 1000 FROM print_jobs')
    .pluck()
    .get() as number;
  database
    .prepare(
      `INSERT INTO print_jobs (id, ticketId, deviceId, state, copy, reprint, attempts, createdAt)
       SELECT ? + row_number() OVER (ORDER BY id), ticketId, deviceId, 'uncertain', 1, reprint, 0, createdAt
       FROM print_jobs WHERE ${open} ORDER BY id`,
    )
    .run(highest);
  database
    .prepare(`UPDATE print_jobs SET state = 'dropped', endedAt = createdAt WHERE ${open} AND id <= ?`)
    .run(highest);
}

/** The printers of this machine's kiosk are those of the built-in one now, whose own stand at another machine. */
function moveKiosk(database: Database.Database, standbyId: string, now: number): void {
  const swap = { own: builtInKioskId, standby: standbyId };
  database
    .prepare(
      "UPDATE printers SET deviceId = CASE deviceId WHEN $own THEN $standby ELSE $own END, target = target || ' ' WHERE deviceId IN ($own, $standby)",
    )
    .run(swap);
  database.prepare('UPDATE printers SET target = rtrim(target) WHERE deviceId IN ($own, $standby)').run(swap);
  database
    .prepare(
      "UPDATE print_jobs SET deviceId = $own WHERE deviceId = $standby AND state IN ('queued', 'sending', 'uncertain')",
    )
    .run(swap);
  database
    .prepare(
      'UPDATE devices SET revokedAt = ?, tokenHash = NULL, version = version + 1 WHERE id = ? AND revokedAt IS NULL',
    )
    .run(now, standbyId);
}

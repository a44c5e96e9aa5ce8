import Database from 'better-sqlite3';
import { identify } from '../hall-identity';
import type { RememberedHall } from '../hall-memory';
import { migrate } from '../migrate';
import { preserveOnRestore } from './preserve-on-restore';

/** So many numbers of a date may have been given where nothing tells how many. */
const unknownAhead = 200;

/** Lets numbering go on above every number that may have been given, so that none is given twice. */
export function raiseNumbers(database: Database.Database, remembered: RememberedHall): void {
  const raise = database.prepare(
    `INSERT INTO number_sequences (businessDate, prefix, lastNumber) VALUES (?, ?, ?)
     ON CONFLICT (businessDate, prefix) DO UPDATE SET lastNumber = max(lastNumber, excluded.lastNumber)`,
  );
  database.transaction(() => {
    for (const [key, { upTo }] of Object.entries(remembered.numbers)) {
      if (upTo > 0) raise.run(key.slice(0, 10), key.slice(11), upTo);
    }
    // What it told a centre after this is lost to it as well.
    database.exec(epochDue);
  })();
}

const epochDue = `UPDATE journal_feed SET due = 'restored', fingerprint = NULL,
  afterEpoch = (SELECT epoch FROM journal ORDER BY epoch DESC, seq DESC LIMIT 1),
  afterSeq = (SELECT seq FROM journal ORDER BY epoch DESC, seq DESC LIMIT 1) WHERE linked = 1`;

/**
 * Prepares a copy for the place of a lost database as `preserveOnRestore` does for one that is there: numbers, calls and print
 * jobs go on above those that may have been given, nobody is signed in, papers that were awaited come out as copies.
 * With nothing remembered, numbers of `today` go on far above the copy's.
 */
export function preserveRemembered(copyFile: string, remembered: RememberedHall | null, today: string): void {
  const lost = new Database(':memory:');
  try {
    migrate(lost, ':memory:');
    if (remembered) {
      raiseNumbers(lost, remembered);
      identify(lost, remembered.hallId);
      lost.pragma('foreign_keys = OFF');
      lost.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('calls', ?)").run(remembered.calls);
      lost
        .prepare(
          "INSERT INTO print_jobs (id, ticketId, deviceId, state, createdAt) VALUES (?, 0, '', 'dropped', 0)",
        )
        .run(remembered.printJobs);
    }
    preserveOnRestore(lost, copyFile);
  } finally {
    lost.close();
  }
  if (!remembered) raiseUnknown(copyFile, today);
}

function raiseUnknown(copyFile: string, today: string): void {
  const copy = new Database(copyFile);
  try {
    copy.pragma('synchronous = FULL');
    copy
      .prepare(
        `INSERT INTO number_sequences (businessDate, prefix, lastNumber)
         SELECT DISTINCT $today, coalesce(services.prefix, counters.code), $ahead
         FROM services JOIN counters ON counters.id = services.counterId WHERE true
         ON CONFLICT (businessDate, prefix) DO UPDATE SET lastNumber = lastNumber + excluded.lastNumber`,
      )
      .run({ today, ahead: unknownAhead });
    const calls = copy.prepare("UPDATE sqlite_sequence SET seq = seq + 100000 WHERE name = 'calls'");
    calls.run();
  } finally {
    copy.close();
  }
}

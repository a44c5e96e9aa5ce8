import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { closeDays, type DayClosing } from '../../electron/closing/day-closing';
import { saveDayReport } from '../../electron/closing/day-reports';
import { createLog } from '../../electron/log';
import type { ClosingStep } from '../../electron/queue/closing-step';
import { query } from '../../electron/store/store';
import { heavyWorkOf } from './heavy-work';
import { endOfDay } from './random-day';
import type { StaffHall } from './staff-hall';

/** The business dates of a hall's past; they are over on the 28th. */
export const pastDates = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const;

/** Gives a hall that is live two visitors on each of the past dates, until four in the morning after the last. */
export function livePastDates(hall: StaffHall): void {
  setSetting(hall, 'practice', false);
  for (const [at, date] of pastDates.entries()) {
    hall.clock.set(`${date}T09:00+07:00`);
    hall.ticket('A');
    hall.ticket('L');
    endOfDay(hall, pastDates[at + 1] ?? '2026-11-28');
  }
}

export function setSetting(hall: StaffHall, key: string, value: unknown): void {
  const valueJson = JSON.stringify(value);
  hall.store.write((transaction) => {
    transaction.run(
      query
        .insertInto('settings')
        .values({ key, valueJson })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ valueJson })),
    );
    transaction.announce({ kind: 'configuration' });
  });
}

const log = createLog('silent');

/** The closing of days as a start of Antre makes it. */
export function startClosing(hall: StaffHall, dataDir: string): DayClosing {
  const parts = { store: hall.store, hall: hall.hall, heavyWork: heavyWorkOf(hall), dataDir };
  return closeDays({
    actionRunner: hall.actionRunner,
    log,
    saveReport: (date) => saveDayReport(parts, date),
  });
}

/** Damages a day so that a step of closing it throws. Returns the way to mend it. */
export function damage(hall: StaffHall, dataDir: string, date: string, step: ClosingStep): () => void {
  const written = (statement: string) => {
    const database = new Database(hall.store.file);
    database.exec(statement);
    database.close();
  };
  const name = `"${step} ${date}"`;
  switch (step) {
    case 'sum':
      // No day has such an hour.
      written(`UPDATE steps SET arrivedAt = 9000000000000000 WHERE businessDate = '${date}'`);
      return () => written(`UPDATE steps SET arrivedAt = orderedAt WHERE businessDate = '${date}'`);
    case 'measure':
      written(`INSERT INTO events (at, businessDate, kind, ticketId, dataJson)
        SELECT issuedAt, businessDate, 'recalled', id, '{"place": "Budi K7PQ2M9X"' FROM tickets
        WHERE businessDate = '${date}'`);
      return () => written(`DELETE FROM events WHERE businessDate = '${date}' AND kind = 'recalled'`);
    case 'save': {
      const inTheWay = join(dataDir, 'reports', `antre-${date}.xlsx.part`);
      mkdirSync(inTheWay, { recursive: true });
      return () => rmdirSync(inTheWay);
    }
    case 'purge':
      written(`CREATE TRIGGER ${name} BEFORE DELETE ON tickets WHEN old.businessDate = '${date}'
        BEGIN SELECT RAISE(ABORT, 'it is held'); END`);
      return () => written(`DROP TRIGGER ${name}`);
  }
}

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DateTime } from 'luxon';
import type { RunningHall } from './running-hall';

/**
 * Gives a halted hall a past: on each weekday of so many days before 24 November 2026, visitors from eight o'clock to
 * two, most of them served, and officers who come to their desks between eight and nine; the first counter's stay away
 * on Mondays. The same each time.
 */
export function writePastDays(hall: RunningHall, days: number, visitorsADay: number): void {
  const database = new Database(join(hall.dataDir, 'antre.sqlite'));
  const services = database
    .prepare(
      `SELECT services.id, services.counterId, min(desks.id) AS deskId, counters.code
       FROM services JOIN counters ON counters.id = services.counterId JOIN desks ON desks.counterId = counters.id
       GROUP BY services.id ORDER BY counters.position, services.position`,
    )
    .all() as { id: number; counterId: number; deskId: number; code: string }[];
  const addTicket = database.prepare(
    `INSERT INTO tickets (token, businessDate, prefix, sequence, practice, status, paper, language, issuedAt,
       serviceId, firstServiceId, endedAt)
     VALUES (hex(randomblob(16)), ?, 'P', ?, 0, ?, 'printed', 'id', ?, ?, ?, ?)`,
  );
  const addStep = database.prepare(
    `INSERT INTO steps (ticketId, serviceId, businessDate, status, arrivedAt, orderedAt, placeReason, deskId, userId,
       calledAt, startedAt, endedAt) VALUES (?, ?, ?, ?, ?, ?, 'arrival', ?, ?, ?, ?, ?)`,
  );
  const setStep = database.prepare('UPDATE tickets SET stepId = ? WHERE id = ?');
  const addEvent = database.prepare(
    'INSERT INTO events (at, businessDate, kind, deskId) VALUES (?, ?, ?, ?)',
  );
  const userId = (database.prepare('SELECT min(id) AS id FROM users').get() as { id: number | null }).id;
  const chance = randomNumbers();
  database.transaction(() => {
    for (let back = days; back >= 1; back -= 1) {
      const day = DateTime.fromISO('2026-11-24', { zone: 'Asia/Jakarta' }).minus({ days: back });
      if (day.weekday > 5) continue;
      const date = day.toISODate() ?? '';
      const at = (hours: number) => day.toMillis() + Math.round(hours * 3_600_000);
      const desks = [...new Set(services.map(({ deskId }) => deskId))];
      for (const [place, deskId] of desks.entries()) {
        if (place === 0 && day.weekday === 1) continue;
        addEvent.run(at(8 + chance()), date, 'desk_taken', deskId);
        if (place % 3 === 0) {
          addEvent.run(at(11), date, 'desk_paused', deskId);
          addEvent.run(at(11 + chance()), date, 'desk_resumed', deskId);
        }
        addEvent.run(at(14 + chance()), date, 'desk_left', deskId);
      }
      for (let sequence = 1; sequence <= visitorsADay; sequence += 1) {
        const service = services[Math.floor(chance() ** 2 * services.length)];
        if (!service) continue;
        // Two of three come in the morning.
        const arrivedAt = at(8 + 6 * (chance() < 0.66 ? chance() * 0.5 : chance()));
        const cameToNothing = chance() < 0.06;
        const calledAt = arrivedAt + Math.round((2 + chance() * chance() * 60) * 60_000);
        const startedAt = cameToNothing ? null : calledAt + 20_000;
        const endedAt = calledAt + Math.round((3 + chance() * 14) * 60_000);
        const status = cameToNothing ? 'no_show' : 'done';
        const ticket = addTicket.run(date, sequence, status, arrivedAt, service.id, service.id, endedAt);
        const step = addStep.run(
          ...[ticket.lastInsertRowid, service.id, date, status, arrivedAt, arrivedAt],
          ...[service.deskId, userId, calledAt, startedAt, endedAt],
        );
        setStep.run(step.lastInsertRowid, ticket.lastInsertRowid);
      }
    }
    database.exec("INSERT OR REPLACE INTO settings VALUES ('practice', 'false')");
  })();
  database.close();
}

/** Numbers from 0 to 1, the same each time (a linear congruential generator, Numerical Recipes' constants). */
function randomNumbers(): () => number {
  let state = 20261124;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

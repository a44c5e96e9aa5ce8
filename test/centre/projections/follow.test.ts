import { describe, expect, test } from 'vitest';
import type { CentreDatabase } from '../../../electron/centre/database/engine';
import { projectionTables } from '../../../electron/centre/projections/apply';
import { catchUp, hallsBehind, rebuildHall } from '../../../electron/centre/projections/follow';
import { engines } from '../../support/centre-database';
import { configuration, daySummed, surveySums, ticket } from '../../support/centre-samples';
import { JournalHall } from '../../support/journal-hall';
import { letIn, runningCentre } from '../../support/running-centre';

/** All that is made of journals, without the order of rows. */
async function shown({ query }: CentreDatabase) {
  const tables = await Promise.all(
    projectionTables.map(async (table) => {
      const rows = await query.selectFrom(table).selectAll().execute();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
  return Object.fromEntries(tables) as Record<(typeof projectionTables)[number], string[]>;
}

function fill(hall: JournalHall) {
  hall.open();
  hall.write('configuration_version', configuration(['Imigrasi', 'Samsat']));
  hall.write('day_summed', daySummed('2026-11-24', [{ counterId: 1, served: 3, waited: 60 }]));
  // Summed anew, after more was heard of it.
  hall.write('day_summed', daySummed('2026-11-24', [{ counterId: 2, served: 5, waited: 90 }]));
  hall.write('survey_sums', surveySums('2026-11', 1, 4, 4));
  hall.write('survey_sums', surveySums('2026-11', 1, 5, 3));
  hall.write('ticket_step', { ...ticket, step: 'issued' });
  hall.write('ticket_step', { ...ticket, step: 'issued', practice: true });
  hall.write('call', { ...ticket, deskId: 1, recall: false, waited: 120 });
  hall.write('device_state', { deviceId: 'kiosk-1', device: 'kiosk', state: 'let_in', roll: 'low' });
  const due = { open: 2, new: 1, overdue: 1, nextDue: '2026-11-30', answered: 9 };
  hall.write('complaint_counts', { date: '2026-11-25', counters: [{ counterId: null, ...due }] });
}

describe.each(engines)('$engine', ({ engine, isMissing, tags }) => {
  test.skipIf(isMissing)(
    'what is shown is what the journal says, and made anew it is the same',
    { tags: [...tags] },
    async () => {
      const centre = await runningCentre(engine);
      const hall = new JournalHall(centre);
      const id = await letIn(centre, hall);
      fill(hall);
      // In pieces, as they come.
      for (const upTo of [2, 5, 9, hall.rows.length]) await hall.send(hall.rows.slice(0, upTo));
      const first = await shown(centre.database);
      expect(Object.fromEntries(Object.entries(first).map(([table, rows]) => [table, rows.length]))).toEqual({
        configurations: 1,
        hall_counters: 2,
        hall_services: 2,
        day_sums: 1,
        survey_sums: 1,
        complaints_due: 1,
        hall_devices: 1,
        ticket_days: 1,
        hall_desks: 0,
      });
      expect(first.survey_sums[0]).toContain('"forms":5');
      expect(first.day_sums[0]).toContain('"counter_id":2');
      expect(JSON.parse(first.ticket_days[0] ?? '')).toMatchObject({ issued: 1, calls: 1, waited: 120 });
      await centre.database.query.deleteFrom('day_sums').execute();
      await rebuildHall(centre.database, id);
      expect(await shown(centre.database)).toEqual(first);
      // What the hall has forgotten is forgotten here, whatever else can't be read.
      hall.write('desk', { step: 'left', deskId: 1, counterId: 1, date: '2026-11-24' });
      await hall.send([...hall.rows.slice(-1), hall.write('call', 'no json')]);
      await hall.send([hall.write('purged', { before: '2026-11-26' })]);
      expect((await shown(centre.database)).ticket_days).toEqual([]);
      const said = centre.database.query.selectFrom('journal').select(['kind', 'body']).orderBy('seq');
      const empty = (await said.execute()).filter(({ body }) => body === '');
      expect(empty.map(({ kind }) => kind)).toEqual(['ticket_step', 'ticket_step', 'call', 'desk']);
      await rebuildHall(centre.database, id);
      expect(await shown(centre.database)).toEqual({ ...first, ticket_days: [] });
      expect((await hall.send(hall.rows)).body).toMatchObject({ state: 'taken' });
    },
  );

  test.skipIf(isMissing)(
    'a tail that another epoch left behind counts for nothing',
    { tags: [...tags] },
    async () => {
      const centre = await runningCentre(engine);
      const hall = new JournalHall(centre);
      await letIn(centre, hall);
      hall.open();
      const kept = hall.write('ticket_step', { ...ticket, step: 'issued' });
      for (let at = 0; at < 5; at += 1) hall.write('ticket_step', { ...ticket, step: 'issued' });
      await hall.send(hall.rows);
      const opened = hall.open(2, { epoch: 1, seq: kept.seq, hash: kept.hash }, 'restored');
      const next = hall.write('ticket_step', { ...ticket, step: 'issued' }, { epoch: 2 });
      await hall.send([opened, next]);
      const rows = (await shown(centre.database)).ticket_days.map((row) => JSON.parse(row));
      expect(rows).toMatchObject([{ issued: 2 }]);
    },
  );
});

test.skipIf(engines[0].isMissing)(
  'a hall goes on sending while it is made anew, and is read on after',
  async () => {
    const centre = await runningCentre();
    const hall = new JournalHall(centre);
    const id = await letIn(centre, hall);
    fill(hall);
    await hall.send(hall.rows);
    await centre.database.query.transaction().execute(async (transaction) => {
      await transaction.selectFrom('projected').selectAll().forUpdate().execute();
      const later = hall.write('ticket_step', { ...ticket, step: 'finished' });
      expect((await hall.send([later])).body).toMatchObject({ state: 'taken', have: { seq: later.seq } });
    });
    expect(await hallsBehind(centre.database)).toEqual([id]);
    await catchUp(centre.database, id);
    expect(await hallsBehind(centre.database)).toEqual([]);
    expect(JSON.parse((await shown(centre.database)).ticket_days[0] ?? '')).toMatchObject({ finished: 1 });
  },
);

test.skipIf(engines[0].isMissing)(
  'a row that the centre fails at is parked, and the others are read',
  async () => {
    const centre = await runningCentre();
    const hall = new JournalHall(centre);
    await letIn(centre, hall);
    fill(hall);
    // Whole by its shape, and more than the table's numbers hold.
    const wrong = hall.write('survey_sums', surveySums('2026-12', 1, 9_000_000_000, 4));
    hall.write('ticket_step', { ...ticket, step: 'finished' });
    await hall.send(hall.rows);
    const parked = centre.database.query.selectFrom('parked').select(['seq', 'reason']);
    expect(await parked.execute()).toEqual([{ seq: wrong.seq, reason: 'failed' }]);
    expect(JSON.parse((await shown(centre.database)).ticket_days[0] ?? '')).toMatchObject({ finished: 1 });
  },
);

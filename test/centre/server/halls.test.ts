import { expect, test } from 'vitest';
import type { HallDetail, HallsNow } from '../../../electron/contract/centre/halls-now';
import { centreAddresses } from '../../../electron/contract/centre/wire';
import { configuration, hallSnapshot, ticket } from '../../support/centre-samples';
import { JournalHall } from '../../support/journal-hall';
import { hasPostgres } from '../../support/postgres-cluster';
import { letIn, runningCentre } from '../../support/running-centre';

test.skipIf(!hasPostgres)(
  'a hall is shown with the age of what it said, and as silent once it says nothing',
  async () => {
    const centre = await runningCentre();
    const hall = new JournalHall(centre);
    const id = await letIn(centre, hall);
    const manager = await centre.person('manager');
    const now = async () => ((await centre.ask('/api/v1/halls', { as: manager })).body as HallsNow).halls[0];
    expect(await now()).toMatchObject({ id: String(id), name: 'MPP Sleman', contact: 'never', said: null });
    await hall.ask(centreAddresses.snapshot, hallSnapshot);
    const receivedAt = new Date(centre.time).toISOString();
    expect(await now()).toMatchObject({
      contact: 'heard',
      heardAt: receivedAt,
      said: {
        receivedAt,
        waiting: 4,
        longestWait: 12,
        absentAgencies: ['Samsat'],
        paper: 'low',
        counters: 1,
      },
    });
    centre.time += 4 * 60_000;
    expect(await now()).toMatchObject({ contact: 'silent', heardAt: receivedAt, said: { waiting: 4 } });
    // One that comes late, by its turn, doesn't take the place of a newer one.
    hall.turn = 0;
    expect((await hall.ask(centreAddresses.snapshot, { ...hallSnapshot, waiting: 9 })).status).toBe(401);
  },
);

test.skipIf(!hasPostgres)('one hall is shown with its counters, its day and its journal', async () => {
  const centre = await runningCentre();
  const hall = new JournalHall(centre);
  const id = await letIn(centre, hall);
  hall.open();
  hall.write('configuration_version', configuration(['Imigrasi', 'Samsat']));
  hall.write('ticket_step', { ...ticket, step: 'issued' });
  hall.write('weather', {});
  await hall.send(hall.rows);
  await hall.ask(centreAddresses.snapshot, hallSnapshot);
  const manager = await centre.person('manager');
  const detail = (await centre.ask(`/api/v1/halls/${id}`, { as: manager })).body as HallDetail;
  expect(detail.counters.map(({ code, agency, now }) => [code, agency, now?.waiting ?? null])).toEqual([
    ['A', 'Imigrasi', 4],
    ['B', 'Samsat', null],
  ]);
  expect(detail.today).toEqual({ date: '2026-11-25', issued: 1, finished: 0, noShow: 0, meanWait: null });
  expect(detail.epochs).toMatchObject([{ epoch: 1, because: 'linked', rows: 4, counts: 4 }]);
  expect(detail.parked).toEqual([{ reason: 'unknown_kind', rows: 1 }]);
});

test.skipIf(!hasPostgres)(
  'a hall that was stopped is told so, one that was removed is gone for all',
  async () => {
    const centre = await runningCentre();
    const hall = new JournalHall(centre);
    const id = await letIn(centre, hall);
    hall.open();
    await hall.send(hall.rows);
    const admin = await centre.person('admin');
    await centre.ask(`/api/v1/halls/${id}/stop`, { method: 'POST', as: admin });
    expect((await hall.hello()).body).toMatchObject({ state: 'frozen', reason: 'stopped' });
    expect((await centre.ask(`/api/v1/halls/${id}`, { method: 'DELETE', as: admin })).status).toBe(204);
    expect((await hall.hello()).body).toEqual({ state: 'gone' });
    expect(((await centre.ask('/api/v1/halls', { as: admin })).body as HallsNow).halls).toEqual([]);
    expect((await centre.ask(`/api/v1/halls/${id}`, { as: admin })).status).toBe(404);
  },
);

test.skipIf(!hasPostgres)(
  'who follows the halls hears of a change, of the halls that they see alone',
  async () => {
    const centre = await runningCentre();
    const [one, other] = [new JournalHall(centre), new JournalHall(centre)];
    const id = await letIn(centre, one);
    await letIn(centre, other);
    const viewer = await centre.person('viewer', [id]);
    const ending = new AbortController();
    const answer = await fetch(`${centre.url}/api/v1/halls/events`, {
      headers: { cookie: `antre_centre=${viewer}` },
      signal: ending.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const heard = (async function* () {
      let text = '';
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk).toString();
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1];
          if (data)
            yield (JSON.parse(data) as HallsNow).halls.map((hall) => [hall.id, hall.said?.waiting ?? null]);
        }
      }
    })();
    expect((await heard.next()).value).toEqual([[String(id), null]]);
    await other.ask(centreAddresses.snapshot, hallSnapshot);
    await one.ask(centreAddresses.snapshot, { ...hallSnapshot, waiting: 7 });
    expect((await heard.next()).value).toEqual([[String(id), 7]]);
    ending.abort();
  },
);

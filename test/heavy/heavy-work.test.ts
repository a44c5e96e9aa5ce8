import { expect, onTestFinished, test } from 'vitest';
import type { HeavyWork } from '../../electron/heavy/heavy-work';
import { Refusal } from '../../electron/queue/refusal';
import { query } from '../../electron/store/store';
import { heavyWorkOf } from '../support/heavy-work';
import { testHall } from '../support/test-hall';

const day = { from: '2026-11-24', to: '2026-11-24', reach: null };
const numbersGiven = { ...day, by: 'period' } as const;

/** The number of its process, which is there as soon as there is work. */
function pidOf(work: HeavyWork): number {
  if (work.pid === null) throw new Error('there is no process');
  return work.pid;
}

/** Stops the process from working on, as a job without end does. */
function standStill(work: HeavyWork): number {
  const pid = pidOf(work);
  process.kill(pid, 'SIGSTOP');
  onTestFinished(() => {
    if (isThere(pid)) process.kill(pid, 'SIGKILL');
  });
  return pid;
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a process does one job after another, and ends when there is none for a while', async () => {
  const hall = testHall();
  const work = heavyWorkOf(hall, { idle: 1 });
  expect(work.pid).toBe(null);
  const first = work.run('presence', day);
  const pid = pidOf(work);
  const second = work.run('summary', numbersGiven);
  expect([await first, await second]).toEqual([[], []]);
  await expect.poll(() => [work.pid, isThere(pid)]).toEqual([null, false]);
  expect(await work.run('presence', day)).toEqual([]);
});

test('what work refuses or throws is what its caller gets, and the next is done', async () => {
  const hall = testHall();
  const work = heavyWorkOf(hall);
  await expect(work.run('staffing', { counterId: '999' })).rejects.toEqual(new Refusal('not_found'));
  hall.store.write((transaction) => {
    transaction.run(query.insertInto('summed_days').values({ businessDate: '2026-11-24', summedAt: 0 }));
    const sums = new Uint8Array([1, 2, 3]);
    const counterId = hall.counterId('A');
    transaction.run(
      query
        .insertInto('day_sums')
        .values({ businessDate: '2026-11-24', counterId, sums: Buffer.from(sums), format: 1 }),
    );
  });
  await expect(work.run('summary', numbersGiven)).rejects.toThrow(/./);
  expect(await work.run('presence', day)).toEqual([]);
});

test('a job whose process is killed is refused as broken off, and the next is done by another', async () => {
  const work = heavyWorkOf(testHall());
  const broken = expect(work.run('presence', day)).rejects.toEqual(new Refusal('work_broken_off'));
  const next = work.run('presence', day);
  const pid = standStill(work);
  process.kill(pid, 'SIGKILL');
  await broken;
  expect(await next).toEqual([]);
  expect(work.pid).not.toBe(pid);
});

test('a job that does not end is ended and refused as too long', async () => {
  const work = heavyWorkOf(testHall(), { job: 1 });
  const endless = work.run('presence', day);
  const pid = standStill(work);
  await expect(endless).rejects.toEqual(new Refusal('work_too_long'));
  await expect.poll(() => isThere(pid)).toBe(false);
});

test('whoever needs the database for itself has it, and the job under way begins anew after', async () => {
  const work = heavyWorkOf(testHall());
  const job = work.run('presence', day);
  const pid = standStill(work);
  const goOn = await work.letGo();
  expect([isThere(pid), work.pid]).toEqual([false, null]);
  const meanwhile = work.run('presence', day);
  expect(work.pid).toBe(null);
  goOn();
  expect([await job, await meanwhile]).toEqual([[], []]);
});

test('stopping refuses what is still to be done', async () => {
  const work = heavyWorkOf(testHall());
  const jobs = [work.run('presence', day), work.run('presence', day)];
  const refused = jobs.map((job) => expect(job).rejects.toEqual(new Refusal('work_broken_off')));
  const pid = standStill(work);
  await work.stop();
  await Promise.all(refused);
  expect(isThere(pid)).toBe(false);
  await expect(work.run('presence', day)).rejects.toEqual(new Refusal('work_broken_off'));
});

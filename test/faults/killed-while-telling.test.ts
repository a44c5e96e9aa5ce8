import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore, query } from '../../electron/store/store';
import { buildProgram } from '../support/build-program';
import { journalOf } from '../support/linked-hall';
import { strictCentre } from '../support/strict-centre';
import { temporaryFolder } from '../support/temporary-store';

test('killed wherever it is, a hall tells the centre each row once, in one epoch', {
  tags: ['long'],
}, async () => {
  const program = await buildProgram('test/faults/telling-program.ts');
  const file = join(temporaryFolder(), 'antre.sqlite');
  const centre = await strictCentre();
  const start = () =>
    spawn(process.execPath, [program, file, centre.url], { stdio: ['ignore', 'ignore', 'inherit'] });
  let child = start();
  await centre.until(() => centre.codes().length > 0);
  centre.decide(centre.codes()[0] ?? '', true);
  for (let round = 0; round < 12; round += 1) {
    // Each time it has told some more, and a little later.
    const had = round === 0 ? 0 : centre.rows().length;
    if (round % 3 === 0) centre.trouble('journal', 'lose_answer');
    await centre.until(() => centre.isKnown() && centre.rows().length > had + 5);
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 110));
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    child = start();
  }
  const had = centre.rows().length;
  await centre.until(() => centre.rows().length > had + 5);
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;

  const store = openStore(file);
  const { rows } = journalOf(store);
  const events = store.first(
    query.selectFrom('events').select(({ fn }) => fn.countAll<number>().as('all')),
  )?.all;
  const told = rows.filter(({ kind, at }) => kind === 'desk' && at > 0).length;
  store.close();
  expect(centre.rows()).toEqual(rows.slice(0, centre.rows().length));
  expect(new Set(rows.map(({ epoch }) => epoch))).toEqual(new Set([1]));
  // What happened before the link is told as sums alone.
  expect(told).toBeLessThanOrEqual(events ?? 0);
  expect(told).toBeGreaterThan(60);
});

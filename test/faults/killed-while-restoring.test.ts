import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { listBackups, tidyAfterRestore } from '../../electron/store/backups/backup-files';
import { openStore, query, type Store } from '../../electron/store/store';
import { buildProgram } from '../support/build-program';
import { temporaryFolder } from '../support/temporary-store';

/** Runs the restoring program and kills it a little after so many answers; returns the zones it replaced. */
async function restoreUntilKilled(program: string, file: string, answers: number, later: number) {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const replaced: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.endsWith('}')) replaced.push((JSON.parse(line) as { readonly zone: string }).zone);
    if (replaced.length === answers) setTimeout(() => child.kill('SIGKILL'), later);
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return replaced;
}

const zones = (store: Store) => [
  ...new Set(store.all(query.selectFrom('counters').select('zone')).map(({ zone }) => zone)),
];

test('killed while restoring, the database is the one before or the one after, whole, and what was there is kept', async () => {
  const program = await buildProgram('test/faults/restoring-program.ts');
  const dataDir = temporaryFolder();
  const file = join(dataDir, 'antre.sqlite');
  const replaced: string[] = [];
  for (let round = 0; round < 16; round += 1) {
    replaced.push(...(await restoreUntilKilled(program, file, 1 + (round % 4), (round * 13) % 60)));
    // What the start of Antre does.
    tidyAfterRestore(file, dataDir, Date.now());
    const store = openStore(file);
    const [zone, ...others] = zones(store);
    expect([others, store.all(query.selectFrom('users').select('username'))]).toEqual([
      [],
      [{ username: 'budi' }],
    ]);
    expect(zone).toMatch(/^(copied|\d+ \d+)$/);
    store.close();
  }
  const kept = listBackups(dataDir, 'UTC').filter(({ kind }) => kind === 'replaced');
  const keptZones = kept.map(({ id }) => {
    const store = openStore(join(dataDir, 'backups', `${id}.sqlite`));
    const [zone = ''] = zones(store);
    store.close();
    return zone;
  });
  for (const zone of replaced) expect(keptZones).toContain(zone);
});

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Engine, engines } from '../../support/centre-database';
import { runCount } from '../../support/run-count';
import { plantedFaults } from './planted';
import { runSeed, type World } from './run-seed';
import { SimulatedCentre } from './simulated-centre';
import { makeTemplate } from './template';

// Several halls and their centre over a bad network, by a number. One number alone, with what happened:
// ANTRE_SIMULATION_SEED=N npx vitest run --project parts test/centre/simulation

const [postgres] = engines;
const only = process.env.ANTRE_SIMULATION_SEED;

async function newWorld(engine: Engine = postgres.isMissing ? 'pglite' : 'postgres'): Promise<World> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'antre-halls-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
  const templates = zones.map((zone) => makeTemplate(folder, zone));
  return { centre: await SimulatedCentre.begin(engine), templates, folder };
}

/** All seeds are tried, so that one sees whether one or many fail. */
async function expectRight(world: World, first: number, count: number): Promise<void> {
  const wrong: Record<number, readonly string[]> = {};
  for (let seed = first; seed < first + count; seed += 1) {
    const faults = await runSeed(world, seed).catch((error) => [String(error.stack)]);
    if (faults.length > 0) wrong[seed] = faults;
  }
  expect(wrong).toEqual({});
}

const title = 'whatever is lost, comes twice, late or ends, the centre counts each hall’s own journal';

if (only === undefined) {
  test(`${title}: some seeds`, async () => {
    await expectRight(await newWorld(), 1, runCount(20));
  });

  test(`${title}: a thousand seeds`, { tags: ['long'] }, async () => {
    await expectRight(await newWorld(), 1_001, 1_000);
  });

  test(`${title}: on the embedded database`, { tags: ['long'] }, async () => {
    await expectRight(await newWorld('pglite'), 5_001, 30);
  });

  test.each(Object.entries(plantedFaults))(
    'it is found when %s',
    { tags: ['long'] },
    async (_name, planted) => {
      const world = { ...(await newWorld()), planted };
      let faults: readonly string[] = [];
      for (let seed = 1; faults.length === 0 && seed <= 300; seed += 1) faults = await runSeed(world, seed);
      expect(faults).not.toEqual([]);
    },
  );
} else {
  test(`${title}: seed ${only}`, async () => {
    const onStep = (words: string) => process.stdout.write(`${words}\n`);
    await expectRight({ ...(await newWorld()), onStep }, Number(only), 1);
  });
}

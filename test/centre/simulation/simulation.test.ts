import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { engines } from '../../support/centre-database';
import { runCount } from '../../support/run-count';
import { runSeed, type World } from './run-seed';
import { SimulatedCentre } from './simulated-centre';
import { makeTemplate } from './template';

// Several halls and their centre over a bad network, by a number. One number alone, with what happened:
// ANTRE_SIMULATION_SEED=N npx vitest run --project parts test/centre/simulation

const [postgres, pglite] = engines;
const only = process.env.ANTRE_SIMULATION_SEED;

async function newWorld(engine = postgres.isMissing ? pglite.engine : postgres.engine): Promise<World> {
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

test.skipIf(only !== undefined)(`${title}: some seeds`, async () => {
  await expectRight(await newWorld(), 1, runCount(30));
});

test.skipIf(only !== undefined)(`${title}: a thousand seeds`, { tags: ['long'] }, async () => {
  await expectRight(await newWorld(), 1_001, 1_000);
});

test.skipIf(only === undefined)(`${title}: seed ${only}`, async () => {
  const world = await newWorld();
  const onStep = (words: string) => process.stdout.write(`${words}\n`);
  await expectRight({ ...world, onStep }, Number(only), 1);
});

import { once } from 'node:events';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launchHeadless } from '../support/headless-antre';
import { spawnHeadless } from '../support/headless-process';
import { temporaryFolder } from '../support/temporary-store';

const settings = (dataDir: string) => ({ ANTRE_DATA_DIR: dataDir, ANTRE_PORT: '0', ANTRE_PRINTER: 'none' });

/** Starts Antre; returns what it said until it served or ended, and the status where it ended. */
async function startUp(dataDir: string, ...flags: string[]) {
  const child = spawnHeadless(settings(dataDir), flags);
  let said = '';
  let url = '';
  const ended = once(child, 'exit').then(([status]) => status as number);
  const served = new Promise<null>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      url = /served at (http:\S+)\/kiosk/.exec(said)?.[1] ?? '';
      if (url) resolve(null);
    });
  });
  try {
    const status = await Promise.race([ended, served]);
    if (url === '') return { status, said, isSetUp: null };
    const site = (await (await fetch(`${url}/api/v1/site`)).json()) as { readonly setUp: boolean };
    return { status, said, isSetUp: site.setUp };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

const openToOthers = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(folder, name)).mode & 0o077) !== 0,
  );

test('a hall whose database is gone stops in words, is restored by a flag and begun anew only by another', async () => {
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
  const dataDir = temporaryFolder();
  const antre = await launchHeadless(dataDir);
  const { makeBackup } = await antre.setUp();
  await makeBackup();
  const { number } = await antre.takeNumber('A');
  await antre.kill();
  expect(openToOthers(dataDir)).toEqual([]);
  for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, `antre.sqlite${end}`));

  const stopped = await startUp(dataDir);
  expect(stopped).toMatchObject({ status: 78, isSetUp: null });
  expect(stopped.said).toMatch(
    /Data antrean hilang atau rusak[\s\S]*Salinan terbaru yang baik dibuat .*pukul/,
  );
  expect(stopped.said).toMatch(/antre\.sqlite is gone\.[\s\S]*--restore newest[\s\S]*--begin-anew/);
  expect(readdirSync(dataDir)).not.toContain('antre.sqlite');

  expect(await startUp(dataDir, '--restore', 'newest')).toMatchObject({ status: null, isSetUp: true });
  await antre.start();
  expect(Number((await antre.takeNumber('A')).number.slice(2))).toBeGreaterThan(Number(number.slice(2)));
  await antre.kill();

  rmSync(join(dataDir, 'antre.sqlite'));
  rmSync(join(dataDir, 'backups'), { recursive: true });
  const withoutCopy = await startUp(dataDir, '--restore', 'newest');
  expect(withoutCopy).toMatchObject({ status: 78 });
  expect(withoutCopy.said).toContain('tidak ada salinan yang baik');
  expect(await startUp(dataDir, '--begin-anew')).toMatchObject({ status: null, isSetUp: false });
});

import { expect, test } from 'vitest';
import { asRoot, electronProgram, ownEnvironment } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';
import { keptRestarts, startWatched, untilEnded } from '../../support/watched-antre';

test('a kiosk that was killed or stands still is started again, and ends when its watcher was killed', async () => {
  const dataDir = temporaryFolder();
  const parts = { program: electronProgram(), parameters: ['.', ...asRoot()] };
  const kiosk = startWatched(
    ['test/support/watch-program.cjs', JSON.stringify({ ...parts, limits: { hang: 4, firstPause: 0.1 } })],
    {
      ...ownEnvironment(),
      ANTRE_DATA_DIR: dataDir,
      ANTRE_PORT: '0',
      ANTRE_PRINTER: 'none',
      ANTRE_WATCHED: '1',
    },
  );
  const served = /The code to make the first account/g;
  const first = await kiosk.again(0, served, 1);
  process.kill(first, 'SIGKILL');
  const second = await kiosk.again(first, served, 2);
  process.kill(second, 'SIGSTOP');
  const third = await kiosk.again(second, served, 3);
  await untilEnded(second);
  expect(keptRestarts(dataDir).map(({ reason, detail }) => `${reason} ${detail}`.trim())).toEqual([
    'ended SIGKILL',
    'hang',
  ]);
  kiosk.watcher.kill('SIGKILL');
  await untilEnded(third);
});

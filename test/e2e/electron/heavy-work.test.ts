import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchAntre } from '../../support/electron-app';
import { temporaryFolder } from '../../support/temporary-store';

test('reports are made beside the kiosk, in a process of their own that loads the database’s driver too', async () => {
  const dataDir = temporaryFolder();
  const antre = await launchAntre(dataDir);
  await antre.kiosk.waitForURL(/\/kiosk$/);
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  const answers = await antre.kiosk.evaluate(async (setUpCode) => {
    const password = 'a long enough password';
    await fetch('/api/v1/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: setUpCode, username: 'admin', password, displayName: 'Admin' }),
    });
    const paths = ['summary?by=counter&', 'summary.xlsx?by=day&', 'presence.csv?'];
    return await Promise.all(
      paths.map(async (path) => {
        const answer = await fetch(`/api/v1/reports/${path}from=2026-01-01&to=2026-11-24`);
        return [answer.status, (await answer.arrayBuffer()).byteLength > 0];
      }),
    );
  }, code);
  expect(answers).toEqual(Array(3).fill([200, true]));
  expect(antre.logged().filter(({ level }) => Number(level) >= 40)).toEqual([]);
  await antre.kiosk.getByTestId('counter-KJ').click();
  expect(await antre.kiosk.getByTestId('number').textContent()).toBe('KJ-001');
});

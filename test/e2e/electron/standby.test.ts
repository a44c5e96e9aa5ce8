import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchAntre } from '../../support/electron-app';
import { freePort } from '../../support/free-port';
import { launchHeadless } from '../../support/headless-antre';
import { keepPicture } from '../../support/keep-picture';
import { temporaryFolder } from '../../support/temporary-store';

test('a standby’s kiosk offers to take over half a minute after its main machine died, and does so by the PIN', {
  tags: ['long'],
}, async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  await admin.changeSettings({ exitPin: '246810' });
  const dataDir = temporaryFolder();
  const settings = { ANTRE_HUB: hub.url, ANTRE_PORT: String(await freePort()), ANTRE_WATCHED: '1' };
  const second = await launchAntre(dataDir, settings);
  const code = second.kiosk.locator('.code');
  await code.waitFor();
  const id = await admin.letIn((await code.textContent()) ?? '');
  await admin.standBy(id);
  const given = await hub.takeNumber('KJ');
  expect(given.number).toBe('KJ-001');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await hub.kill();

  const { kiosk } = second;
  await kiosk.getByText('Antrean berhenti sebentar').waitFor();
  await keepPicture(kiosk, 'test-results/standby-visitors.png');
  await kiosk.getByText('Petugas: jadikan komputer ini komputer utama').click();
  const press = async (...keys: readonly string[]) => {
    for (const [at, key] of keys.entries()) {
      await kiosk.getByRole('link', { name: key, exact: true }).click();
      await kiosk.locator('.typed', { hasText: '●'.repeat(at + 1) }).waitFor();
    }
  };
  await press('1', '1', '1', '1');
  await kiosk.getByRole('link', { name: /^Jadikan komputer utama/ }).click();
  await kiosk.getByText('PIN salah.').waitFor();
  await keepPicture(kiosk, 'test-results/standby-wrong-pin.png');
  await press(...'246810');
  await kiosk.getByRole('link', { name: /^Jadikan komputer utama/ }).click();
  expect(await second.ended).toBe(85);
  expect(JSON.parse(readFileSync(join(dataDir, 'machine-role.json'), 'utf8'))).toMatchObject({
    role: 'main',
  });

  const main = await launchAntre(dataDir, settings);
  await main.kiosk.getByTestId('counter-KJ').click();
  expect(await main.kiosk.getByTestId('number').textContent()).toBe('KJ-022');
});

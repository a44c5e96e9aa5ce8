import { expect, onTestFinished, test } from 'vitest';
import { startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { keptPrinter } from '../../support/chosen-printers';
import { launchAntre } from '../../support/electron-app';
import { launchHeadless } from '../../support/headless-antre';
import { keepPicture } from '../../support/keep-picture';
import { numbersOn } from '../../support/numbers-on';
import { temporaryFolder } from '../../support/temporary-store';

/** A counter of the practice site with one service that needs no documents: one tap gives the number. */
const oneTapCounter = 'counter-KJ';

test('a second kiosk shows its code, is let in, prints what is tapped there, and outlives its hub', async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  const printer = await startFakePrinter();
  onTestFinished(() => printer.close());
  const second = await launchAntre(temporaryFolder(), {
    ANTRE_HUB: hub.url,
    ANTRE_PRINTER: `tcp://${printer.host}:${printer.port}`,
  });
  const code = second.kiosk.locator('.code');
  await code.waitFor();
  await keepPicture(second.kiosk, 'test-results/second-kiosk-code.png');
  await admin.letIn((await code.textContent()) ?? '');

  await second.kiosk.getByTestId(oneTapCounter).click();
  expect(await second.kiosk.getByTestId('number').textContent()).toBe('KJ-001');
  await printer.until(() => printer.papers.length === 1, 15_000);
  expect(numbersOn(printer)).toEqual(['KJ-001']);
  expect(await second.kiosk.evaluate(() => new Promise((told) => window.antre?.setupCode(told)))).toBe(null);
  expect(
    await second.kiosk.evaluate(() => new Promise((told) => window.antre?.requestExit('0000', told))),
  ).toBe(false);

  await second.kiosk.getByRole('button', { name: 'Selesai' }).click();
  await second.kiosk.getByTestId(oneTapCounter).waitFor();
  await hub.kill();
  const away = second.kiosk.getByRole('alert');
  for (const word of ['Sebentar…', 'One moment…', 'Sekedhap…']) await away.getByText(word).waitFor();
  await keepPicture(second.kiosk, 'test-results/second-kiosk-hub-away.png');
  // Nothing under it can be reached, not by a keyboard either.
  await second.kiosk.keyboard.press('Tab');
  expect(await second.kiosk.evaluate(() => document.activeElement === document.body)).toBe(true);
  await hub.start();
  await second.kiosk.getByRole('alert').waitFor({ state: 'detached' });
  await second.kiosk.getByTestId(oneTapCounter).click();
  await printer.until(() => printer.papers.length === 2, 15_000);
  expect(numbersOn(printer)).toEqual(['KJ-001', 'KJ-002']);
});

test('a second kiosk prints on the printer that an admin chose for it, as wide as its paper', {
  tags: 'long',
}, async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  const printer = await startFakePrinter({ nature: { width: 384 } });
  onTestFinished(() => printer.close());
  const { kiosk } = await launchAntre(temporaryFolder(), { ANTRE_HUB: hub.url });
  const code = kiosk.locator('.code');
  await code.waitFor();
  const deviceId = await admin.letIn((await code.textContent()) ?? '');
  // Until then paper is a picture on its screen.
  await kiosk.getByTestId(oneTapCounter).click();
  await kiosk.getByTestId('number').waitFor();
  await admin.keepPrinter({
    ...keptPrinter(printer),
    profile: { paperWidth: 58, codePage: 'pc858', qr: 'native', cutter: 'partial', dialect: 'epson' },
    deviceId,
  });
  await kiosk.getByRole('button', { name: 'Selesai' }).click();
  await kiosk.getByTestId(oneTapCounter).click();
  await printer.until(() => numbersOn(printer).length === 1, 30_000);
  expect(numbersOn(printer)).toEqual(['KJ-002']);
  // 384 dots are 32 letters; on the hall's own paper (80 mm) they would be 48.
  expect(Math.max(...(printer.papers[0]?.lines ?? []).map((line) => line.length))).toBeLessThanOrEqual(32);
});

test('an officer’s machine shows the hub’s desk page in an ordinary window, and nothing else', async () => {
  const hub = await launchHeadless(temporaryFolder());
  const { kiosk: desk, electron } = await launchAntre(temporaryFolder(), {
    ANTRE_HUB: hub.url,
    ANTRE_SURFACE: 'desk',
  });
  await desk.waitForURL(`${hub.url}/staff`);
  await desk.getByRole('heading').first().waitFor();
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk())).toBe(
    false,
  );
  await desk.evaluate(() => {
    location.href = '/kiosk';
  });
  expect(desk.url()).toBe(`${hub.url}/staff`);
});

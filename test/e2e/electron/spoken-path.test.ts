import { expect, onTestFinished, test } from 'vitest';
import { noSpokenKeys } from '../../../electron/contract/spoken-key-names';
import { startFakePrinter } from '../../../native/printer/testing/fake-printer';
import type { SpokenKey } from '../../../renderer/kiosk/spoken/visit';
import { closedEyes } from '../../support/closed-eyes';
import { launchAntre } from '../../support/electron-app';
import { plugHid } from '../../support/electron-hid';
import { launchHeadless } from '../../support/headless-antre';
import { buttonBox, wholeTouchPanel } from '../../support/hid-devices';
import { keepPicture } from '../../support/keep-picture';
import { numbersOn } from '../../support/numbers-on';
import { earsAt, writeDownSpeech } from '../../support/spoken-page';
import { temporaryFolder } from '../../support/temporary-store';

/** The keys of a pad that is no keyboard, by the bit that each sets; the others are pressed on a keyboard. */
const padKeys = { help: 1, down: 2, choose: 4, back: 8 } as const;

test('a number is taken with closed eyes by a pad that is no keyboard, while the touch screen is loose', async () => {
  const hub = await launchHeadless(temporaryFolder());
  const admin = await hub.setUp();
  const printer = await startFakePrinter();
  onTestFinished(() => printer.close());
  const { kiosk, electron, waitForLog } = await launchAntre(
    temporaryFolder(),
    { ANTRE_HUB: hub.url, ANTRE_PRINTER: `tcp://${printer.host}:${printer.port}` },
    'fake-node-hid.cjs',
  );
  const own = Object.entries(padKeys).map(([key, bit]) => [key, `1234:beef:0${bit}`]);
  await admin.changeSettings({
    spokenPath: true,
    spokenKeys: { ...noSpokenKeys, ...Object.fromEntries(own) },
  });
  const code = kiosk.locator('.code');
  await code.waitFor();
  await admin.letIn((await code.textContent()) ?? '');
  await kiosk.getByTestId('mode').waitFor();
  await writeDownSpeech(kiosk);
  await kiosk.reload();
  await kiosk.getByTestId('mode').waitFor();
  const panel = await plugHid(electron, ...wholeTouchPanel);
  const pad = await plugHid(electron, buttonBox);
  await waitForLog('button_boxes');
  await panel.unplug();
  await kiosk.getByRole('alert').filter({ hasText: 'Layar sentuh terlepas' }).waitFor();

  const press = async (key: SpokenKey) => {
    const bit = typeof key === 'string' ? Reflect.get(padKeys, key) : undefined;
    if (bit === undefined) return false;
    await pad.report([bit]);
    await pad.report([0]);
    return true;
  };
  const visitor = closedEyes(earsAt(kiosk, press));
  const need = { language: 'id', counter: 'Kejaksaan Negeri', service: '' } as const;
  await visitor.goTo(need);
  await keepPicture(kiosk, 'test-results/electron-spoken.png');
  expect(await visitor.takeNumber(need)).toBe('K J, nol nol satu');
  await printer.until(() => printer.papers.length === 1, 15_000);
  expect(numbersOn(printer)).toEqual(['KJ-001']);

  await pad.unplug();
  await expect.poll(() => admin.findings()).toContain('pad');
  await plugHid(electron, buttonBox);
  await expect.poll(() => admin.findings()).not.toContain('pad');
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type DevicesNow, watchAttachedDevices } from '../../electron/devices/attached-devices';
import { createLog } from '../../electron/log';
import { fakeHid } from '../../native/hid/fake-hid';
import { buttonBox, keypad, touchPanel } from '../support/hid-devices';
import { temporaryFolder } from '../support/temporary-store';

/** Watches what is plugged in here, in a data directory, without a scanner at a serial port. */
function watched(hid: ReturnType<typeof fakeHid>, dataDir = temporaryFolder()) {
  const told: DevicesNow[] = [];
  const watching = watchAttachedDevices({
    hid,
    scannerPort: null,
    dataDir,
    log: createLog('silent'),
    onChange: (now) => void told.push(now),
    onScan: () => undefined,
    onButton: () => undefined,
  });
  onTestFinished(() => watching.stop());
  return { dataDir, told, last: () => expect.poll(() => told.at(-1)) };
}

const nothing: DevicesNow = {
  touchScreen: { state: 'none', keyboard: false },
  scanner: 'none',
  buttonBoxes: [],
};

test('that nothing is attached is told from the start, and so is a machine where nothing can be read', async () => {
  const bare = watched(fakeHid());
  await bare.last().toEqual(nothing);
  const broken = fakeHid();
  broken.breakDown();
  await watched(broken).last().toEqual(nothing);
});

test('a touch screen that came loose over night is missed in the morning', async () => {
  const hid = fakeHid();
  hid.plug(touchPanel);
  const evening = watched(hid);
  await evening.last().toEqual({ ...nothing, touchScreen: { state: 'working', keyboard: false } });
  expect(existsSync(join(evening.dataDir, 'has-touch-screen'))).toBe(true);

  const loose = fakeHid();
  loose.plug(keypad);
  loose.plug(buttonBox);
  const morning = watched(loose, evening.dataDir);
  await morning.last().toEqual({
    touchScreen: { state: 'gone', keyboard: true },
    scanner: 'none',
    buttonBoxes: ['1234:beef'],
  });
  expect(morning.told.filter(({ touchScreen }) => touchScreen.state !== 'gone')).toEqual([]);
});

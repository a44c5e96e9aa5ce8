import { deepEqual, equal } from 'node:assert/strict';
import { devices } from 'node-hid';
import { Attached } from '../../../native/hid/attached';
import { nodeHid } from '../../../native/hid/node-hid';
import { until } from '../../support/until';
import { check } from './check';
import { buttonBox, keypad, mouse, plugIn, scanner, touchPanel } from './virtual-hid';

/** Our own watch over HID devices, against the kernel's drivers: the promises that test/hid tries with a fake. */
export async function checkAttached(): Promise<void> {
  const told: string[] = [];
  const attached = new Attached({
    hid: nodeHid(),
    hadTouchScreen: false,
    onTouchScreen: (state) => void told.push(`touch ${state}`),
    onScanner: (state) => void told.push(`scanner ${state}`),
    onButtonBoxes: (boxes) => void told.push(`boxes ${boxes}`),
    onScan: (text) => void told.push(`scan ${text}`),
    onButton: (button) => void told.push(`button ${button}`),
    onFound: (devices) => void told.push(`found ${devices.map(({ kind }) => kind).sort()}`),
    onUnavailable: (detail) => void told.push(`unavailable ${detail}`),
  });
  const has = (line: string) => () => told.includes(line);

  await check('a touch panel that comes loose is noticed, and so is its return', async () => {
    const panel = plugIn(touchPanel);
    await until('it works', has('touch working'), 120_000);
    panel.unplug();
    await until('it is gone', has('touch gone'));
    const again = plugIn(touchPanel);
    await until('it works again', () => attached.touchScreen === 'working', 120_000);
    again.unplug();
    await until('it is gone again', () => attached.touchScreen === 'gone');
  });

  await check(
    'a scanned code and a pressed button are heard; a keypad is known but not read, nor a mouse with media keys',
    async () => {
      const pointer = plugIn(mouse);
      const collections = () => devices().filter(({ product }) => product === mouse.name);
      await until('the mouse is listed three times', () => collections().length === 3);
      equal(new Set(collections().map(({ path }) => path)).size, 1);
      const plugs = [plugIn(scanner), plugIn(buttonBox), plugIn(keypad), pointer];
      await until('all are found', has('found button_box,keyboard,scanner'), 120_000);
      told.length = 0;
      const text = 'http://10.0.0.5:4180/t/abcdefghijklmnopqrstuv';
      plugs[0]?.report([
        2,
        text.length,
        ...Buffer.from(`]Q1${text}`),
        ...Array<number>(59 - text.length).fill(0),
      ]);
      await until('the code is heard', has(`scan ${text}`));
      plugs[2]?.report([1, 0, 0, 0x59, 0, 0, 0, 0, 0]);
      pointer.report([1, 0, 5, 5]);
      pointer.report([2, 0xe9, 0]);
      for (const byte of [1, 1, 0, 2, 0]) plugs[1]?.report([byte, 0, 0, 0, 0, 0, 0, 0]);
      await until('both presses are heard', () => told.length >= 3);
      deepEqual(told, [
        `scan ${text}`,
        'button 1234:beef:0100000000000000',
        'button 1234:beef:0200000000000000',
      ]);
      for (const plug of plugs) plug.unplug();
    },
  );

  await attached.stop();
}

import { expect, onTestFinished, test } from 'vitest';
import { Attached } from '../../native/hid/attached';
import { fakeHid } from '../../native/hid/fake-hid';
import { buttonBox, keypad, scanner, touchPanel } from '../support/hid-devices';

function attached(options: { readonly hadTouchScreen?: boolean } = {}) {
  const hid = fakeHid();
  const told: string[] = [];
  const made = new Attached({
    hid,
    hadTouchScreen: options.hadTouchScreen ?? false,
    onTouchScreen: (state) => void told.push(`touch ${state}`),
    onScanner: (state) => void told.push(`scanner ${state}`),
    onButtonBoxes: (boxes) => void told.push(`boxes ${boxes}`),
    onScan: (text) => void told.push(`scan ${text}`),
    onButton: (button) => void told.push(`button ${button}`),
    onFound: (devices) =>
      void told.push(`found ${devices.map(({ kind, fault }) => (fault ? `${kind} ${fault}` : kind)).join()}`),
    onUnavailable: (detail) => void told.push(`unavailable ${detail}`),
  });
  onTestFinished(() => made.stop());
  return { hid, told, made, last: () => expect.poll(() => told.at(-1)) };
}

test('a touch screen that comes loose is gone, and works again once it is back', async () => {
  const { hid, told, last } = attached();
  const panel = hid.plug(touchPanel);
  await last().toBe('touch working');
  panel.unplug();
  await last().toBe('found ');
  hid.plug(touchPanel);
  await last().toBe('touch working');
  expect(told).toEqual([
    'found touch_screen',
    'touch working',
    'touch gone',
    'found ',
    'found touch_screen',
    'touch working',
  ]);
});

test('a machine that had a touch screen misses it from the start; one that never had none does not', async () => {
  await attached({ hadTouchScreen: true }).last().toBe('touch gone');
  const never = attached();
  never.hid.plug(keypad);
  await never.last().toBe('found keyboard');
  expect([never.told, never.made.touchScreen, never.made.hasKeyboard]).toEqual([
    ['found keyboard'],
    'none',
    true,
  ]);
});

test('a touch screen that may not be opened is told as such until it may', async () => {
  const { hid, told, last } = attached();
  hid.plug(touchPanel).refuse('denied');
  await last().toBe('touch denied');
  expect(told).toEqual(['found touch_screen denied', 'touch denied']);
});

test('what a scanner reads is told whole, also where it comes in several reports', async () => {
  const { hid, last, told } = attached();
  const reader = hid.plug(scanner);
  await last().toBe('scanner working');
  const report = (text: string, more: boolean, symbology = ']Q1') => [
    2,
    text.length,
    ...Buffer.from(symbology),
    ...Buffer.from(text.padEnd(58, '\0')).subarray(0, 58),
    more ? 1 : 0,
  ];
  reader.report(report('http://10.0.0.5:4180/t/abcdefghijklmnopqrstuvwxyz012345', true));
  reader.report(report('6789', false));
  reader.report(report('A-047', false, '\0\0\0'));
  // In another script; without a symbology; then noise.
  reader.report(report('\xe6\xb0', false));
  reader.report([2, 5, ...Buffer.from('A-048'), ...Array<number>(57).fill(0)]);
  reader.report([2, 200, 1, 2, 3]);
  reader.report([]);
  expect(told.slice(2)).toEqual([
    'scan http://10.0.0.5:4180/t/abcdefghijklmnopqrstuvwxyz0123456789',
    'scan A-047',
    'scan ',
    'scan A-048',
  ]);
});

test('a button is told once for each press, however long it is held', async () => {
  const { hid, last, told } = attached();
  const box = hid.plug(buttonBox);
  await last().toBe('boxes 1234:beef');
  for (const byte of [1, 1, 1, 0, 2, 0, 1, 0]) box.report([byte, 0]);
  expect(told.slice(2)).toEqual(['button 1234:beef:0100', 'button 1234:beef:0200', 'button 1234:beef:0100']);
});

test('a scanner and a button box that are pulled out are missed, and heard again once they are back', async () => {
  const { hid, told, last } = attached();
  const [reader, box] = [hid.plug(scanner), hid.plug(buttonBox)];
  await last().toBe('boxes 1234:beef');
  reader.unplug();
  await last().toBe('found button_box');
  box.unplug();
  await last().toBe('found ');
  hid.plug(buttonBox);
  await last().toBe('boxes 1234:beef');
  hid.plug(scanner).refuse('denied');
  await last().toBe('scanner denied');
  expect(told.filter((line) => !line.startsWith('found'))).toEqual([
    'scanner working',
    'boxes 1234:beef',
    'scanner gone',
    'boxes ',
    'boxes 1234:beef',
    'scanner denied',
  ]);
});

test('a machine without HID support is told of once', async () => {
  const { hid, told, last } = attached();
  hid.breakDown();
  await last().toMatch(/^unavailable libudev/);
  hid.breakDown();
  hid.plug(scanner);
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toHaveLength(1);
});

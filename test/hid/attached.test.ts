import { expect, onTestFinished, test } from 'vitest';
import { Attached } from '../../native/hid/attached';
import { fakeHid } from '../../native/hid/fake-hid';
import {
  buttonBox,
  keypad,
  mediaKeyboard,
  mouse,
  scanner,
  touchPanel,
  wholeTouchPanel,
} from '../support/hid-devices';

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
  await last().toBe('found touch_screen');
  panel.unplug();
  await last().toBe('found ');
  hid.plug(touchPanel);
  await last().toBe('found touch_screen');
  expect(told).toEqual([
    'touch working',
    'found touch_screen',
    'touch gone',
    'found ',
    'touch working',
    'found touch_screen',
  ]);
});

test('a machine that had a touch screen misses it from the start; one that never had none does not', async () => {
  const had = attached({ hadTouchScreen: true });
  await had.last().toBe('found ');
  expect(had.told).toEqual(['touch gone', 'found ']);
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
  await last().toBe('found touch_screen denied');
  expect(told).toEqual(['touch denied', 'found touch_screen denied']);
});

test('what a scanner reads is told whole, also where it comes in several reports', async () => {
  const { hid, last, told } = attached();
  const reader = hid.plug(scanner);
  await last().toBe('found scanner');
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
  await last().toBe('found button_box');
  for (const byte of [1, 1, 1, 0, 2, 0, 1, 0]) box.report([byte, 0]);
  expect(told.slice(2)).toEqual(['button 1234:beef:0100', 'button 1234:beef:0200', 'button 1234:beef:0100']);
});

test('what a mouse, a keyboard or a touch panel says is never taken for a button, whatever else they are', async () => {
  const { hid, made, last, told } = attached();
  const pointers = [hid.plug(...mouse), hid.plug(...mediaKeyboard), hid.plug(...wholeTouchPanel)];
  // Two collections of one kind: opened once, or each press would be told twice.
  const box = hid.plug(buttonBox, { ...buttonBox, usage: 0x02 });
  await last().toBe('found keyboard,touch_screen,button_box');
  expect([told[1], made.hasKeyboard]).toEqual(['boxes 1234:beef', true]);
  for (const pointer of pointers) pointer.report([1, 0, 5, 5, 0]);
  box.report([1, 0]);
  expect(told.slice(3)).toEqual(['button 1234:beef:0100']);
});

test('a machine to which nothing is attached is told as such', async () => {
  const { told, last } = attached();
  await last().toBe('found ');
  expect(told).toEqual(['found ']);
});

test('a scanner and a button box that are pulled out are missed, and heard again once they are back', async () => {
  const { hid, told, last } = attached();
  const [reader, box] = [hid.plug(scanner), hid.plug(buttonBox)];
  await last().toBe('found scanner,button_box');
  reader.unplug();
  await last().toBe('found button_box');
  box.unplug();
  await last().toBe('found ');
  hid.plug(buttonBox);
  await last().toBe('found button_box');
  hid.plug(scanner).refuse('denied');
  await last().toBe('found button_box,scanner denied');
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

import { deepEqual } from 'node:assert/strict';
import { noSpokenKeys } from '../../../electron/contract/spoken-key-names';
import { Attached } from '../../../native/hid/attached';
import { nodeHid } from '../../../native/hid/node-hid';
import { hearKeys } from '../../../renderer/kiosk/spoken/pressed-keys';
import { until } from '../../support/until';
import { check } from './check';
import { hearInput } from './input-events';
import { buttonBox, pad, plugIn } from './virtual-hid';

/** The keys that the pad in these checks was set to send; the jack's codes among them. */
const own = { ...noSpokenKeys, headsetIn: 'F13', headsetOut: 'F14', help: 'F15' };
/** By USB's usages of the keyboard page (USB HID Usage Tables, section 10). */
const usage = { enter: 0x28, down: 0x51, f13: 0x68, f14: 0x69 };
const pressed = (...usages: readonly number[]) => [
  0,
  0,
  ...usages,
  ...Array<number>(6 - usages.length).fill(0),
];

/** Tactile pads, by the kernel's own drivers. */
export async function checkPads(): Promise<void> {
  await check('a pad’s keys, its jack among them, arrive; one that is held acts once', async () => {
    const keys = new EventTarget();
    Reflect.set(globalThis, 'window', keys);
    const done: string[] = [];
    const stop = hearKeys(
      () => own,
      (happening) => done.push(happening.kind === 'key' ? String(happening.key) : happening.kind),
    );
    const plugged = plugIn(pad);
    const input = await hearInput(pad.name, keys);
    plugged.report(pressed(usage.f13));
    plugged.report(pressed());
    plugged.report(pressed(usage.down));
    await until('the kernel repeats what is held', () => input.repeats() >= 3);
    plugged.report(pressed());
    plugged.report(pressed(usage.enter));
    plugged.report(pressed());
    plugged.report(pressed(usage.f14));
    plugged.report(pressed());
    await until('the last key is heard', () => done.includes('headset-out'));
    deepEqual(done, ['headset-in', 'down', 'choose', 'headset-out']);
    // Held while its cable comes out: the kernel lets go of the key.
    plugged.report(pressed(usage.down));
    await until('the key is down', () => done.length === 5);
    plugged.unplug();
    await until('its device is gone', () => input.isGone());
    const again = plugIn(pad);
    const back = await hearInput(pad.name, keys);
    again.report(pressed(usage.enter));
    await until('it is heard again', () => done.length === 6);
    deepEqual(done.slice(4), ['down', 'choose']);
    back.close();
    again.unplug();
    stop();
  });

  await check(
    'a pad that is no keyboard is heard, missed when it is pulled out, and heard again',
    async () => {
      const told: string[] = [];
      const attached = new Attached({
        hid: nodeHid(),
        hadTouchScreen: false,
        onTouchScreen: () => undefined,
        onScanner: () => undefined,
        onButtonBoxes: (boxes) => void told.push(`boxes ${boxes}`),
        onScan: () => undefined,
        onButton: (button) => void told.push(button),
        onFound: () => undefined,
        onUnavailable: (detail) => void told.push(`unavailable ${detail}`),
      });
      const has = (line: string) => () => told.includes(line);
      const plugged = plugIn(buttonBox);
      await until('it can be heard', has('boxes 1234:beef'), 120_000);
      plugged.report([4, 0, 0, 0, 0, 0, 0, 0]);
      await until('its press is heard', has('1234:beef:0400000000000000'));
      plugged.unplug();
      await until('it is missed', has('boxes '));
      const again = plugIn(buttonBox);
      told.length = 0;
      await until('it can be heard again', () => attached.buttonBoxes.includes('1234:beef'), 120_000);
      again.report([4, 0, 0, 0, 0, 0, 0, 0]);
      await until('its press is heard again', has('1234:beef:0400000000000000'));
      again.unplug();
      await attached.stop();
    },
  );
}

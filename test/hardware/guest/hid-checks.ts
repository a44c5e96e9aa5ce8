import { deepEqual, equal } from 'node:assert/strict';
import { devices, HIDAsync } from 'node-hid';
import { until } from '../../support/until';
import { check } from './check';
import { buttonBox, type HidDevice, keypad, plugIn, scanner, touchPanel } from './virtual-hid';

const all: readonly HidDevice[] = [touchPanel, scanner, keypad, buttonBox];

/** Against the kernel's own HID drivers, by node-hid. */
export async function checkHid(): Promise<void> {
  const plugged = all.map((device) => ({ device, plug: plugIn(device) }));
  const listed = (name: string) => devices().find((each) => each.product === name);

  await check('touch panel, scanner, keypad and button box are listed with their usages', async () => {
    await until('all four are listed', () => all.every(({ name }) => listed(name)));
    deepEqual(
      all.map(({ name }) => [name, listed(name)?.usagePage, listed(name)?.usage]),
      [
        ['Kiosk Touch', 0x0d, 0x04],
        ['Scanner HIDPOS', 0x8c, 0x02],
        ['Numpad', 0x01, 0x06],
        ['CallBox', 0xff00, 0x01],
      ],
    );
  });

  await check(
    'a report of a scanner and of a button box is read, and one is written to the box',
    async () => {
      for (const [device, report] of [
        [scanner, [2, 5, ...Buffer.from('A-047'), ...Array<number>(57).fill(0)]],
        [buttonBox, [1, 0, 0, 0, 0, 0, 0, 0]],
      ] as const) {
        const plug = plugged.find((each) => each.device === device)?.plug;
        const open = await HIDAsync.open(listed(device.name)?.path ?? '');
        try {
          const heard: Buffer[] = [];
          open.on('data', (bytes: Buffer) => heard.push(bytes));
          plug?.report(report);
          const [first] = await until(`${device.name} is heard`, () => heard.length > 0 && heard);
          deepEqual([...(first ?? [])].slice(0, report.length), report);
          if (device !== buttonBox) continue;
          await open.write([0, 9, 9]);
          await until('the box was written to', () => (plug?.received.length ?? 0) > 0);
          deepEqual(
            [...(plug?.received[0] ?? [])].filter((byte) => byte !== 0),
            [9, 9],
          );
        } finally {
          await open.close();
        }
      }
    },
  );

  await check('what is unplugged is listed no more', async () => {
    for (const { plug } of plugged) plug.unplug();
    await until('none is listed', () => all.every(({ name }) => !listed(name)));
    equal(devices().length, 0);
  });
}

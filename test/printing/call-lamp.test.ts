import { expect, test } from 'vitest';
import { changePrinter } from '../../electron/actions/admin/printers';
import { callNext } from '../../electron/actions/desk/call-next';
import { recall } from '../../electron/actions/desk/recall';
import { knownProfiles } from '../../electron/contract/printer-profile';
import { lampFindings } from '../../electron/views/admin/device-findings';
import { nature as fakeSilent } from '../../native/printer/testing/dialects/fake-silent';
import { type ChosenPrinters, chosenPrinters } from '../support/chosen-printers';
import { numbersOn } from '../support/numbers-on';

/** Half a second on and off, on pin 2 of the drawer port. */
const flash = [0, 250, 250];

async function hallWithLamp(kept: Parameters<typeof chosenPrinters>[0][number] = {}) {
  const hall = await chosenPrinters([{ ...kept, change: { lamp: true, ...kept.change } }]);
  const [fake] = hall.fakes;
  if (!fake) throw new Error('no printer');
  const manned = hall.manDesk(1);
  const officer = { kind: 'user', userId: manned.userId, role: 'staff', counterIds: null } as const;
  await expect.poll(() => hall.now(0).status.state).toBe('ready');
  return {
    hall,
    fake,
    printerId: Number(hall.now(0).id),
    call: () => hall.act(officer, (context) => callNext(context, { deskId: manned.deskId })),
    recall: () => hall.act(officer, (context) => recall(context, { deskId: manned.deskId })),
  };
}

/** A number whose paper came out, so that it can be called. */
async function printed(hall: ChosenPrinters) {
  const [fake] = hall.fakes;
  const before = fake ? numbersOn(fake).length : 0;
  hall.tap();
  await expect.poll(() => fake && numbersOn(fake).length).toBe(before + 1);
  await expect.poll(() => hall.store.first({ compile: () => waitingTickets } as never)).toBeDefined();
}
const waitingTickets = { sql: "SELECT 1 FROM tickets WHERE status = 'waiting'", parameters: [] };

test('each call and each repeated call lights the lamp once, and tickets print as before', async () => {
  const { hall, fake, call, recall } = await hallWithLamp();
  await printed(hall);
  call();
  await expect.poll(() => fake.pulses).toEqual([flash]);
  recall();
  await expect.poll(() => fake.pulses).toEqual([flash, flash]);
  await printed(hall);
  expect(numbersOn(fake)).toEqual(['A-001', 'A-002']);
  expect(hall.printing.failingLamps()).toEqual([]);
});

test('without the setting nothing is sent, and it works from when it is set', async () => {
  const { hall, fake, printerId, call, recall } = await hallWithLamp({ change: { lamp: false } });
  await printed(hall);
  call();
  await printed(hall);
  expect(fake.pulses).toEqual([]);
  hall.act({ kind: 'system' }, (context) => changePrinter(context, printerId, { lamp: true }));
  await expect.poll(() => hall.hall().printers[0]?.lamp).toBe(true);
  recall();
  await expect.poll(() => fake.pulses).toEqual([flash]);
});

test('a printer that is away keeps nobody from being called, is told of, and lights again once it is back', async () => {
  const { hall, fake, printerId, call, recall } = await hallWithLamp();
  await printed(hall);
  fake.unplug();
  const began = performance.now();
  expect(call()).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(1_000);
  await expect.poll(() => hall.printing.failingLamps()).toEqual([printerId]);
  expect(lampFindings(hall.hall(), hall.printing.failingLamps())).toMatchObject([
    { subject: `printer:${printerId}`, kind: 'call_lamp' },
  ]);
  await fake.plug();
  await expect.poll(() => hall.now(0).status.state, { timeout: 20_000 }).toBe('ready');
  recall();
  await expect.poll(() => fake.pulses).toEqual([flash]);
  expect(hall.printing.failingLamps()).toEqual([]);
});

test('a printer without paper is sent no pulse that would come out of turn later', async () => {
  const { hall, fake, call, printerId } = await hallWithLamp();
  await printed(hall);
  fake.become({ paper: 'out' });
  await expect.poll(() => hall.now(0).status.cause).toBe('paper_out');
  call();
  await expect.poll(() => hall.printing.failingLamps()).toEqual([printerId]);
  fake.become({ paper: 'enough' });
  await printed(hall);
  expect(fake.pulses).toEqual([]);
});

test('a printer that only takes and says nothing lights its lamp too', async () => {
  const { hall, fake, call } = await hallWithLamp({
    nature: fakeSilent,
    change: { profile: knownProfiles['silent-80'] },
  });
  await printed(hall);
  call();
  await expect.poll(() => fake.pulses).toEqual([flash]);
});

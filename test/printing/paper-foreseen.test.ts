import { expect, test } from 'vitest';
import { changeTicketLayout } from '../../electron/actions/admin/ticket-layout';
import { beginRoll } from '../../electron/actions/paper/paper-roll';
import { defaultTicketLayout } from '../../electron/contract/ticket-layout';
import { learnFromRoll, type PaperRoll, paperLeft, shouldBringPaper } from '../../electron/queue/paper-left';
import { type ChosenPrinters, chosenPrinters } from '../support/chosen-printers';

const roll: PaperRoll = {
  rollMetres: 50,
  ticketMillimetres: 125,
  ticketsPerRoll: null,
  printedSinceRoll: 0,
  printedAtLow: null,
  ticketsAfterLow: null,
  state: 'fine',
  rollSeenNew: false,
};

test.each([
  ['a new roll is good for its length', {}, 400, false],
  ['each ticket takes one', { printedSinceRoll: 359 }, 41, false],
  ['forty left is told', { printedSinceRoll: 360 }, 40, true],
  ['a roll that ran out before is known better than its length', { ticketsPerRoll: 380 }, 380, false],
  [
    'the near end is forty before the end',
    { state: 'low', printedSinceRoll: 300, printedAtLow: 300 },
    40,
    true,
  ],
  ['and is counted from', { state: 'low', printedSinceRoll: 310, printedAtLow: 300 }, 30, true],
  [
    'unless the last roll showed otherwise',
    { state: 'low', printedSinceRoll: 310, printedAtLow: 300, ticketsAfterLow: 25 },
    15,
    true,
  ],
  ['more than there can be is none', { printedSinceRoll: 900 }, 0, true],
  ['without paper there is none', { state: 'out', printedSinceRoll: 10 }, 0, true],
] as const)('%s', (_name, change, left, bring) => {
  const now = { ...roll, ...change };
  expect([paperLeft(now), shouldBringPaper(now)]).toEqual([left, bring]);
});

test('a whole roll teaches, one that was half used before teaches nothing', () => {
  expect(learnFromRoll({ ...roll, printedSinceRoll: 370, printedAtLow: 340 })).toEqual({
    ticketsPerRoll: 370,
    ticketsAfterLow: 30,
  });
  expect(learnFromRoll({ ...roll, printedSinceRoll: 120, ticketsPerRoll: 360 })).toEqual({
    ticketsPerRoll: 360,
    ticketsAfterLow: null,
  });
});

test('a roll that was seen to be new teaches also where an admin named another length', () => {
  const seenNew = { ...roll, rollSeenNew: true };
  expect(learnFromRoll({ ...seenNew, printedSinceRoll: 120 }).ticketsPerRoll).toBe(120);
  // Nobody saw that a second roll, or a third, was put in.
  expect(learnFromRoll({ ...seenNew, printedSinceRoll: 2_100 }).ticketsPerRoll).toBe(null);
});

async function print(hall: ChosenPrinters, tickets: number): Promise<void> {
  const before = hall.now(0).printedSinceRoll ?? 0;
  for (let count = 0; count < tickets; count += 1) hall.tap();
  await expect.poll(() => hall.now(0).printedSinceRoll).toBe(before + tickets);
}

test('tickets are counted down, the near end is told, and a new roll begins the count again', async () => {
  const hall = await chosenPrinters([{}]);
  const [fake] = hall.fakes;
  await expect.poll(() => hall.now(0).status.state).toBe('ready');
  const full = hall.now(0).ticketsLeft ?? 0;
  expect(full).toBeGreaterThan(200);
  await print(hall, 3);
  expect(hall.now(0)).toMatchObject({ ticketsLeft: full - 3, bringPaper: false });

  fake?.become({ paper: 'low' });
  await expect.poll(() => hall.now(0)).toMatchObject({ ticketsLeft: 40, bringPaper: true });
  await print(hall, 2);
  expect(hall.now(0).ticketsLeft).toBe(38);
  // A sensor that wavers is no new roll.
  fake?.become({ paper: 'enough' });
  await expect.poll(() => hall.now(0).status.state).toBe('ready');
  expect(hall.now(0)).toMatchObject({ ticketsLeft: 38, bringPaper: true });

  fake?.become({ paper: 'out' });
  await expect.poll(() => hall.now(0)).toMatchObject({ ticketsLeft: 0, bringPaper: true });
  fake?.become({ coverOpen: true });
  await expect.poll(() => hall.now(0).status.cause).toBe('cover_open');
  fake?.become({ coverOpen: false, paper: 'enough' });
  await expect
    .poll(() => hall.now(0))
    .toMatchObject({ ticketsLeft: full, bringPaper: false, printedSinceRoll: 0 });
});

test('a paper sensor that wavers at the end begins no new roll; paper that was put in without a cover does', async () => {
  const hall = await chosenPrinters([{}]);
  const [fake] = hall.fakes;
  await expect.poll(() => hall.now(0).status.state).toBe('ready');
  const full = hall.now(0).ticketsLeft ?? 0;
  await print(hall, 2);
  fake?.become({ paper: 'out' });
  await expect.poll(() => hall.now(0).ticketsLeft).toBe(0);
  fake?.become({ paper: 'enough' });
  await expect.poll(() => hall.now(0).status.state).toBe('ready');
  expect(hall.now(0)).toMatchObject({ ticketsLeft: 40, bringPaper: true, printedSinceRoll: 2 });

  fake?.become({ paper: 'out' });
  await expect.poll(() => hall.now(0).ticketsLeft).toBe(0);
  hall.clock.advance({ seconds: 6 });
  fake?.become({ paper: 'enough' });
  await expect
    .poll(() => hall.now(0))
    .toMatchObject({ ticketsLeft: full, bringPaper: false, printedSinceRoll: 0 });
});

test('a longer layout leaves fewer tickets on a roll, as soon as it is saved', async () => {
  const hall = await chosenPrinters([{}]);
  const before = hall.now(0).ticketsLeft ?? 0;
  hall.act({ kind: 'system' }, (context) =>
    changeTicketLayout(context, {
      blocks: [
        ...defaultTicketLayout.blocks,
        ...Array.from({ length: 6 }, () => ({ kind: 'space' as const })),
      ],
    }),
  );
  expect(hall.now(0).ticketsLeft).toBeLessThan(before);
});

test('a roll that was changed early is told by hand, or seen by the cover', async () => {
  const hall = await chosenPrinters([{}]);
  const [fake] = hall.fakes;
  await expect.poll(() => hall.now(0).status.state).toBe('ready');
  await print(hall, 2);
  hall.act({ kind: 'system' }, (context) => beginRoll(context, Number(hall.now(0).id)));
  expect(hall.now(0).printedSinceRoll).toBe(0);

  await print(hall, 1);
  fake?.become({ paper: 'low' });
  await expect.poll(() => hall.now(0).bringPaper).toBe(true);
  fake?.become({ coverOpen: true });
  await expect.poll(() => hall.now(0).status.cause).toBe('cover_open');
  fake?.become({ coverOpen: false, paper: 'enough' });
  await expect.poll(() => hall.now(0).printedSinceRoll).toBe(0);
});

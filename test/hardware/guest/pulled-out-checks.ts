import { equal, ok } from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FakePrinter } from '../../../native/printer/testing/fake-printer';
import { numbersOn } from '../../support/numbers-on';
import { until } from '../../support/until';
import { check, tellFigure } from './check';
import { unpluggedByEachWay as rounds } from './how-thorough';
import { printingHall } from './printing-hall';
import type { UsbPrinter } from './usb-printer';

/** Printed before, for what a ticket costs by itself, and how many bytes it has. */
const calmTickets = 3;

/**
 * A whole hall, with its database and print worker, prints on a printer that is pulled out and put in again in any moment
 * of a ticket. Says what became of the tickets, and for how long the event loop was held up; the fake printer works in the
 * same process, so that the hall alone is quicker.
 */
export async function checkPulledOut(
  way: string,
  target: string,
  fake: FakePrinter,
  usb: UsbPrinter,
): Promise<void> {
  await check(
    `${way} a printer is pulled out ${rounds} times in any moment of a ticket: each number comes out, once unmarked at most`,
    async () => {
      const hall = printingHall(target);
      const is = (state: 'ready' | 'offline') =>
        until(`the printer is ${state}`, () => hall.printing.status().state === state, 120_000);
      const papersBefore = fake.papers.length;
      const tickets: number[] = [];
      await is('ready');
      const out = () => until('its paper is out', () => hall.openJobs === 0, 120_000);
      const delay = monitorEventLoopDelay({ resolution: 10 });
      delay.enable();
      const bytesBefore = fake.receivedBytes;
      for (let calm = 0; calm < calmTickets; calm += 1) {
        tickets.push(hall.tap());
        await out();
      }
      const calmly = Math.round(delay.max / 1e6);
      const ticketBytes = (fake.receivedBytes - bytesBefore) / calmTickets;
      delay.reset();
      for (let round = 0; round < rounds; round += 1) {
        // From before the first byte to after the last, by chance within each of so many equal parts.
        const share = round === 0 ? 0 : (round + Math.random()) / rounds;
        const moment = fake.receivedBytes + Math.floor(ticketBytes * 1.1 * share);
        tickets.push(hall.tap());
        // A moment that never comes is after the end.
        await fake.until(() => fake.receivedBytes >= moment, 3000).catch(() => undefined);
        await usb.unplug();
        await is('offline');
        await usb.plug();
        // Else the same number would be torn off again and again, until somebody has to look at it.
        await out();
      }
      delay.disable();

      const numbers = numbersOn(fake).slice(papersBefore);
      const copies: number[] = [];
      for (const [index, ticket] of tickets.entries()) {
        const number = `A-${String(index + 1).padStart(3, '0')}`;
        const { status, paper, copy, attempts } = hall.kept(ticket);
        const unmarked = numbers.filter((each) => each === number).length;
        const marked = numbers.filter((each) => each === `${number} SALINAN`).length;
        const seen = JSON.stringify({ number, status, paper, copy, attempts, unmarked, marked });
        equal(status, 'waiting', seen);
        ok(unmarked <= 1, seen);
        ok(copy === 1 ? marked > 0 && attempts > 1 : unmarked === 1 && marked === 0, seen);
        copies.push(copy);
      }
      const marked = copies.filter((copy) => copy === 1).length;
      const longest = Math.round(delay.max / 1e6);
      tellFigure(
        `${way}: ${rounds} unplugs, ${marked} printed again as a copy, event loop held up for ${longest} ms at most, and ${calmly} ms where nothing is pulled out`,
      );
      await hall.end();
    },
    240_000 + rounds * 12_000,
  );
}

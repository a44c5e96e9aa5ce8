import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { numbersOn } from '../support/numbers-on';
import { type PrintHall, printHall } from '../support/print-hall';
import {
  type PluggedTerminal,
  pluggedTerminal,
  pluggedTerminalUnable,
} from '../support/printer-on-a-terminal';
import { runCount } from '../support/run-count';

async function hallAtSerialPort(): Promise<{ hall: PrintHall; terminal: PluggedTerminal }> {
  let terminal: PluggedTerminal | undefined;
  const hall = await printHall({
    lead: async (fake) => {
      terminal = await pluggedTerminal(fake);
      return { kind: 'serial', path: terminal.path, baudRate: 115_200 };
    },
  });
  if (!terminal) throw new Error('nothing was plugged in');
  await becomes(hall, 'ready');
  return { hall, terminal };
}

function becomes({ printing }: PrintHall, state: 'ready' | 'offline'): Promise<void> {
  return expect.poll(() => printing().status().state).toBe(state);
}

async function printsWhatIsLeft(hall: PrintHall, tickets: readonly { ticketId: number }[]): Promise<void> {
  for (const { ticketId } of tickets) {
    await expect.poll(() => hall.job(ticketId).state).toBe('printed');
    expect(hall.ticket(ticketId)).toEqual({ status: 'waiting', paper: 'printed' });
  }
}

describe.skipIf(pluggedTerminalUnable)('a printer at a serial port that is pulled out', () => {
  test('while nothing is printed: it is missed, and prints once it is back', async () => {
    const { hall, terminal } = await hallAtSerialPort();
    await terminal.unplug();
    await becomes(hall, 'offline');
    const ticket = hall.tap();
    await terminal.plug();
    await printsWhatIsLeft(hall, [ticket]);
    expect(numbersOn(hall.fake)).toEqual(['A-001']);
  });

  test.each([1, 200, 4000, 8000])(
    '%i bytes into a ticket: the next paper is marked as a copy',
    async (bytes) => {
      const { hall, terminal } = await hallAtSerialPort();
      const { fake } = hall;
      fake.become({ stalled: true });
      const before = fake.receivedBytes;
      const ticket = hall.tap();
      await expect.poll(() => hall.job(ticket.ticketId).state).toBe('sending');
      await fake.until(() => fake.receivedBytes >= before + bytes);
      await terminal.unplug();
      await becomes(hall, 'offline');
      expect(hall.job(ticket.ticketId)).toMatchObject({ state: 'uncertain', copy: 1 });
      fake.become({ stalled: false });
      await terminal.plug();
      await printsWhatIsLeft(hall, [ticket]);
      const numbers = numbersOn(fake);
      expect(numbers.at(-1)).toBe('A-001 SALINAN');
      expect(numbers.filter((number) => number === 'A-001').length).toBeLessThanOrEqual(1);
    },
  );

  test('as it cuts, before it can say so: what came out comes once more, as a copy', async () => {
    const { hall, terminal } = await hallAtSerialPort();
    hall.fake.dropLineAtCut();
    const ticket = hall.tap();
    await becomes(hall, 'offline');
    await terminal.unplug();
    await terminal.plug();
    await printsWhatIsLeft(hall, [ticket]);
    expect(numbersOn(hall.fake)).toEqual(['A-001', 'A-001 SALINAN']);
  });

  test('again and again in any moment: each number comes out, once unmarked at most', async () => {
    const { hall, terminal } = await hallAtSerialPort();
    const { fake } = hall;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    let longest = 0;
    const rounds = runCount(5);
    const tickets: { ticketId: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await becomes(hall, 'ready');
      // To start the other end's process costs more than anything that is measured.
      delay.reset();
      const moment = fake.receivedBytes + Math.floor(((round + Math.random()) / rounds) * 10_000);
      tickets.push(hall.tap());
      // A moment that never comes is after the end.
      await fake.until(() => fake.receivedBytes >= moment, 1000).catch(() => undefined);
      await terminal.unplug();
      await becomes(hall, 'offline');
      longest = Math.max(longest, delay.max);
      await terminal.plug();
    }
    await printsWhatIsLeft(hall, tickets);
    delay.disable();
    const numbers = numbersOn(fake);
    for (const [index, { ticketId }] of tickets.entries()) {
      const number = `A-${String(index + 1).padStart(3, '0')}`;
      const { copy } = hall.job(ticketId);
      const unmarked = numbers.filter((each) => each === number).length;
      const marked = numbers.filter((each) => each === `${number} SALINAN`).length;
      expect([unmarked <= 1, copy === 1 ? marked > 0 : unmarked === 1 && marked === 0], number).toEqual([
        true,
        true,
      ]);
    }
    console.log(`the process was deaf for ${Math.round(longest / 1e6)} ms at most`);
  });
});

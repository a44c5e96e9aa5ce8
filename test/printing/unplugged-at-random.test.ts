import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goPaperless } from '../../electron/actions/go-paperless';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { openPrintJobs } from '../../electron/store/print-jobs';
import { numbersOn } from '../support/numbers-on';
import { type PrintHall, printHall } from '../support/print-hall';

/** What happens, and after how many more bytes at the printer. */
const happening = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant('tap' as const) },
    { weight: 3, arbitrary: fc.constantFrom('drop', 'drop_soon', 'drop_at_cut', 'unplug', 'plug') },
    { weight: 3, arbitrary: fc.constantFrom('paper_out_soon', 'cover_open', 'all_well', 'stall') },
    { weight: 1, arbitrary: fc.constantFrom('restart', 'keep_without_paper') },
  ),
  afterBytes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40_000 })),
  amount: fc.integer({ min: 1, max: 16_000 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

async function live(hall: PrintHall, happenings: readonly Happening[]): Promise<void> {
  const { fake } = hall;
  const tickets: { ticketId: number; token: string }[] = [];
  const wellAgain = async () => {
    fake.become({ paper: 'enough', coverOpen: false, stalled: false });
    await fake.plug();
  };
  for (const { what, afterBytes, amount } of happenings) {
    const from = fake.receivedBytes;
    // where nothing is on its way, the moment never comes: then a while is enough
    await fake.until(() => fake.receivedBytes >= from + afterBytes, 300).catch(() => undefined);
    switch (what) {
      case 'tap':
        tickets.push(hall.tap());
        break;
      case 'drop':
        fake.dropLine();
        break;
      case 'drop_soon':
        fake.dropLineAfterBytes(amount);
        break;
      case 'drop_at_cut':
        fake.dropLineAtCut();
        break;
      case 'unplug':
        fake.unplug();
        break;
      case 'plug':
        await fake.plug();
        break;
      case 'paper_out_soon':
        fake.runOutAfterLines((amount % 20) + 1);
        break;
      case 'cover_open':
        fake.become({ coverOpen: true });
        break;
      case 'stall':
        fake.become({ stalled: true });
        break;
      case 'all_well':
        await wellAgain();
        break;
      case 'restart':
        await hall.restart();
        break;
      case 'keep_without_paper': {
        const last = tickets.at(-1);
        if (last && hall.ticket(last.ticketId).status === 'printing') {
          hall.act({ kind: 'holder' }, (context) => goPaperless(context, { token: last.token }));
        }
        break;
      }
    }
  }
  fake.dropLineAfterBytes(Number.POSITIVE_INFINITY);
  await wellAgain();
  tickets.push(hall.tap());
  const left = () => openPrintJobs(hall.store, builtInKioskId, 100).map((job) => job.ticketId);
  await expect
    .poll(
      () => {
        // what was set to go wrong later may only go wrong now
        fake.become({ paper: 'enough' });
        return left();
      },
      { interval: 100 },
    )
    .toEqual([]);

  const papers = numbersOn(fake);
  for (const [index, { ticketId }] of tickets.entries()) {
    const number = `A-${String(index + 1).padStart(3, '0')}`;
    const { status, paper } = hall.ticket(ticketId);
    const { state, copy, attempts } = hall.job(ticketId);
    const unmarked = papers.filter((each) => each === number).length;
    const copies = papers.filter((each) => each === `${number} SALINAN`).length;
    const seen = { number, status, paper, state, copy, attempts, unmarked, copies };
    expect(status, JSON.stringify(seen)).toBe('waiting');
    expect(unmarked, JSON.stringify(seen)).toBeLessThanOrEqual(1);
    // a marked one only where a try before was uncertain
    expect(copies, JSON.stringify(seen)).toBeLessThanOrEqual(Math.max(0, attempts - 1));
    if (paper === 'printed') expect(copy === 1 ? copies : unmarked, JSON.stringify(seen)).toBeGreaterThan(0);
    if (copy === 0) expect([copies, attempts <= 1], JSON.stringify(seen)).toEqual([0, true]);
  }
}

test('whatever is unplugged whenever: each ticket is printed once, or again only as SALINAN, and printing goes on', async () => {
  const seed = Number(process.env.ANTRE_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const lives = fc.sample(fc.array(happening, { minLength: 6, maxLength: 14 }), { seed, numRuns: 6 });
  const halls: { hall: PrintHall; happenings: readonly Happening[] }[] = [];
  for (const happenings of lives) halls.push({ hall: await printHall(), happenings });
  const ended = await Promise.allSettled(halls.map(({ hall, happenings }) => live(hall, happenings)));
  for (const [index, end] of ended.entries()) {
    if (end.status === 'fulfilled') continue;
    const what = lives[index]?.map((each) => `${each.what} ${each.afterBytes} ${each.amount}`).join('; ');
    throw new Error(`seed ${seed}, life ${index} (${what})`, { cause: end.reason });
  }
});

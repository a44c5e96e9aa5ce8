import fc from 'fast-check';
import type { Browser, CDPSession, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { makeAdmin, makeUser } from '../../support/hall-people';
import { openKiosk } from '../../support/kiosk-screen';
import { type RunningHall, startHall } from '../../support/running-hall';
import { readyForNextStep, staffPage, takeDesk } from '../../support/staff-page';
import { takeNumber } from '../../support/take-number';

let browser: Browser;
let hall: RunningHall;

beforeAll(async () => {
  browser = await launchChromium();
  hall = await startHall({ printer: { kind: 'none' } });
});
afterAll(async () => {
  await browser?.close();
  await hall?.end();
});

const milliseconds = (least: number, most: number) => fc.integer({ min: least, max: most });
const key = fc.constantFrom('Enter', 'Space');
/** One press as people and things on keyboards make it: a hold whose repeats come so long after each other, or a tremble. */
const press = fc.oneof(
  fc.record({ key, repeats: fc.array(milliseconds(20, 60), { maxLength: 12 }) }),
  fc.record({ key, repeats: fc.constant(Array.from({ length: 40 }, () => 45)) }),
  /** How long it is down and up in turn. */
  fc.record({
    key,
    downAndUp: fc.array(fc.tuple(milliseconds(1, 90), milliseconds(1, 200)), { minLength: 1, maxLength: 3 }),
  }),
);
type Press = typeof press extends fc.Arbitrary<infer One> ? One : never;

const codes = {
  Enter: { code: 'Enter', key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  Space: { code: 'Space', key: ' ', text: ' ', windowsVirtualKeyCode: 32 },
};

async function make(page: Page, keyboard: CDPSession, made: Press): Promise<void> {
  if ('repeats' in made) {
    await page.keyboard.down(made.key);
    for (const after of made.repeats) {
      await page.waitForTimeout(after);
      // Down again without having been let go is a repeat.
      await page.keyboard.down(made.key);
    }
    return await page.keyboard.up(made.key);
  }
  // Sent together with times of their own, so that a slow machine makes no slow hand.
  const key = codes[made.key as keyof typeof codes];
  let at = Date.now() / 1000 - made.downAndUp.flat().reduce((sum, each) => sum + each, 0) / 1000;
  const strokes = made.downAndUp.flatMap(([down, up]) => {
    const stroke = [
      { type: 'keyDown' as const, ...key, timestamp: at },
      { type: 'keyUp' as const, ...key, text: '', timestamp: at + down / 1000 },
    ];
    at += (down + up) / 1000;
    return stroke;
  });
  await Promise.all(strokes.map((stroke) => keyboard.send('Input.dispatchKeyEvent', stroke)));
}

/** The steps of the desk's big button, and what each sends; the second and the third take turns. */
const steps = [
  { step: 'Panggil berikutnya', acts: ['call-next'] },
  { step: 'Mulai melayani', acts: ['start'] },
  { step: 'Selesai, panggil berikutnya', acts: ['finish', 'call-next'] },
] as const;
const bigButton = (page: Page, step: string) =>
  page.getByRole('button', { name: new RegExp(`^${step}`) }).first();
const shows = (button: Locator) =>
  button.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );

test('whatever hands and keyboards do with a key, one press at the desk takes one step', async () => {
  await makeAdmin(hall);
  for (let number = 0; number < 30; number += 1) await takeNumber(hall, { counter: 'K' });
  const session = await makeUser(hall, { username: 'tekan', displayName: 'Tekan', role: 'staff' });
  const page = await staffPage(browser, hall.url, { session });
  await takeDesk(page, '3');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
  });
  const keyboard = await page.context().newCDPSession(page);
  let at = 0;
  await fc.assert(
    fc.asyncProperty(press, async (each) => {
      const { step, acts } = steps[at] ?? steps[0];
      at = at === 2 ? 1 : at + 1;
      const next = bigButton(page, steps[at]?.step ?? '');
      do {
        await readyForNextStep(page, step);
        await bigButton(page, step).focus();
        sent.length = 0;
        await make(page, keyboard, each);
        // The desk is deaf for a moment after each step; what falls into it does nothing, and is pressed again.
      } while (!(await shows(next)));
      await readyForNextStep(page, steps[at]?.step ?? '');
      expect(sent).toEqual(acts);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('the second tap of a double tap does not press what came under the finger', async () => {
  const page = await openKiosk(browser, hall.url);
  const screen = () => page.locator('[data-screen]').getAttribute('data-screen');
  const clicks: string[] = [];
  await page.exposeFunction('clicked', (name: string) => clicks.push(name));
  await page.evaluate(() =>
    document.addEventListener('click', (event) =>
      (globalThis as unknown as { clicked(name: string): void }).clicked(
        (event.target as Element).textContent ?? '',
      ),
    ),
  );
  const tile = page.getByRole('button', { name: /Dindukcapil/i }).first();
  const box = await tile.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 60];
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
  await expect.poll(screen).toBe('counter');
  expect(clicks.length).toBe(1);
});

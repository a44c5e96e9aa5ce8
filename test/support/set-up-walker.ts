import type { Locator, Page } from 'playwright';
import { pressKey } from './staff-page';

/** Somebody who works through the set-up; each press of theirs is counted, typed letters aren't. */
export interface Walker {
  readonly presses: () => number;
  /** Presses a button or link, ticks a box or chooses one of several. */
  readonly press: (target: Locator) => Promise<void>;
  /** Types over what stands in a field. */
  readonly type: (target: Locator, text: string) => Promise<void>;
  /** Goes on to the next step. */
  readonly onward: () => Promise<void>;
}

/** Somebody with a mouse, or a finger. */
export function byMouse(page: Page): Walker {
  let presses = 0;
  const press = async (target: Locator) => {
    presses += 1;
    await target.click();
  };
  return {
    presses: () => presses,
    press,
    async type(target, text) {
      await press(target);
      await target.fill(text);
    },
    onward: () => press(page.locator('[data-onward]')),
  };
}

const mostStops = 200;

/** Somebody with a keyboard alone. */
export function byKeyboard(page: Page): Walker {
  let presses = 0;
  const key = async (name: string) => {
    presses += 1;
    await pressKey(page, name);
  };
  const goTo = async (target: Locator) => {
    await target.waitFor();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      // Tab stands on one of several choices that belong together; the arrows go on among them.
      const isAmongThese = await target.evaluate((element) => {
        const [choice, present] = [element, document.activeElement].map((each) =>
          each instanceof HTMLInputElement && each.type === 'radio' ? each.name : null,
        );
        return choice !== null && choice === present;
      });
      presses += 1;
      await page.keyboard.press(isAmongThese ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`the Tab key does not come to ${target}`);
  };
  return {
    presses: () => presses,
    async press(target) {
      await goTo(target);
      const isBox = await target.evaluate((element) => element.matches('input'));
      await key(isBox ? 'Space' : 'Enter');
    },
    async type(target, text) {
      await goTo(target);
      await key('Control+A');
      await page.keyboard.type(text);
    },
    onward: () => key('Control+Enter'),
  };
}

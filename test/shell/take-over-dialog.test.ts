import { expect, test } from 'vitest';
import { TakeOverDialog } from '../../electron/shell/take-over-dialog';
import {
  type TakeOverKey,
  type TakeOverView,
  takeOverKey,
  takeOverScreen,
} from '../../electron/shell/take-over-screen';

const pageOf = (view: TakeOverView) =>
  Buffer.from(takeOverScreen(view).split('base64,')[1] ?? '', 'base64').toString();
const known = { since: '10.42', hasPin: true };

test('visitors read that their number holds; behind a key an officer types the PIN, which never stands on the screen', async () => {
  const views: TakeOverView[] = [];
  const tried: string[] = [];
  const outcomes = ['wrong', 'done'] as const;
  const dialog = new TakeOverDialog({
    show: (view) => views.push(view),
    takeOver: async (pin) => {
      tried.push(pin);
      return outcomes[tried.length - 1] ?? 'failed';
    },
  });
  const press = (...keys: readonly TakeOverKey[]) => {
    for (const key of keys) dialog.pressed(key);
  };
  press('1', 'take_over');
  expect([views, tried]).toEqual([[], []]);
  dialog.offer(known);
  expect(views.at(-1)).toEqual({ ...known, typed: null, said: null });
  press('open', '2', '4', '9', 'erase', '2', '4', '6', '8');
  expect(views.at(-1)).toEqual({ ...known, typed: 4, said: null });
  press('take_over');
  expect(views.at(-1)).toEqual({ ...known, typed: 0, said: 'under_way' });
  // A second press while it is under way does nothing.
  press('take_over', '1');
  await expect.poll(() => views.at(-1)).toEqual({ ...known, typed: 0, said: 'wrong' });
  press('1', '3', '5', '7', 'take_over');
  await expect.poll(() => tried).toEqual(['2468', '1357']);
  expect(views.map(pageOf).join()).not.toMatch(/2468|1357/);
  press('back');
  dialog.ended();
  const shown = views.length;
  press('open', '1');
  expect(views.length).toBe(shown);
});

test('its keys are links without a script, and mean what stands on them; no other address means anything', () => {
  const page = pageOf({ ...known, typed: 0, said: null });
  const keys = [...page.matchAll(/href="([^"]+)"/g)].map(([, address]) => takeOverKey(address ?? ''));
  expect(keys).toEqual([...'1234567890', 'erase', 'take_over', 'back']);
  expect(page).not.toContain('<script');
  expect(
    ['https://antre.invalid/take-over/12', 'https://antre.invalid/restore', 'take_over'].map(takeOverKey),
  ).toEqual([null, null, null]);
  // Where no PIN was ever made there is nothing to type.
  const without = pageOf({ since: '10.42', hasPin: false, typed: 0, said: null });
  expect([...without.matchAll(/href="([^"]+)"/g)].map(([, address]) => takeOverKey(address ?? ''))).toEqual([
    'back',
  ]);
});

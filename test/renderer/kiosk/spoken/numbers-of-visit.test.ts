import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { numbersOfVisit } from '../../../../renderer/kiosk/spoken/numbers-of-visit';

// The line is cut: no request is answered. What goes out is what would come through once it isn't.

const keys: string[] = [];
beforeEach(() => {
  keys.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  vi.stubGlobal('document', { documentElement: { lang: 'id' } });
  vi.stubGlobal('fetch', async (_address: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers['idempotency-key'] ?? '');
    throw new TypeError('Failed to fetch');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const wish = { counterId: '1', serviceId: '2', priority: null, language: 'id', fetchMe: false } as const;

test('the same wish after a minute without an answer is the same number, another wish is another', async () => {
  const take = numbersOfVisit();
  const unheard = async (wished: Parameters<typeof take>[0]) => {
    keys.length = 0;
    const taking = take(wished);
    await vi.advanceTimersByTimeAsync(65_000);
    expect(await taking).toEqual({ kind: 'unheard' });
    expect(keys.length).toBeGreaterThan(10);
    return [...new Set(keys)];
  };
  const first = await unheard(wish);
  expect(first).toHaveLength(1);
  expect(await unheard(wish)).toEqual(first);
  const other = await unheard({ ...wish, serviceId: '3' });
  expect(other).toHaveLength(1);
  expect(other).not.toEqual(first);
});

import { afterEach, expect, test, vi } from 'vitest';
import { version } from '../../package.json';
import { takeNewerPage } from '../../renderer/client/newer-page';

afterEach(() => vi.unstubAllGlobals());

/** A tab, by what it keeps and how often it was loaded anew. */
function tab() {
  const kept = new Map<string, string>();
  const reload = vi.fn();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('location', { reload });
  return reload;
}

test('a page of the version that the server runs stays', () => {
  const reload = tab();
  takeNewerPage(version);
  expect(reload).not.toHaveBeenCalled();
});

test('a page of another version is loaded anew, once for each version of the server', () => {
  const reload = tab();
  takeNewerPage('0.2.0');
  takeNewerPage('0.2.0');
  expect(reload).toHaveBeenCalledTimes(1);
  takeNewerPage('0.3.0');
  expect(reload).toHaveBeenCalledTimes(2);
});

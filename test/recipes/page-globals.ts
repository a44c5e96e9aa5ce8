import { onTestFinished, vi } from 'vitest';

/** Gives the running test what pages ask of a browser as they are loaded, at an address of the admin's page. */
export function standInForBrowser(hash = ''): void {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('location', { hash });
  vi.stubGlobal('window', { location });
  onTestFinished(() => void vi.unstubAllGlobals());
}

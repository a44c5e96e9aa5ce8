import type { Page } from 'playwright';

/** Fails the test where the browser reports that the page did what its Content-Security-Policy forbids. */
export function refuseBreaches(page: Page): void {
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) throw new Error(message.text());
  });
}

interface Notice {
  close(): void;
  readonly data: { readonly page: string };
}
interface Pages {
  matchAll(which: object): Promise<readonly { readonly url: string; focus(): Promise<unknown> }[]>;
}

/**
 * The service worker of the phone's page. Android shows a page's notices by one alone; it fetches and keeps nothing, and
 * leads back to the page that a notice is of.
 */
addEventListener('notificationclick', (event) => {
  const { notification, waitUntil } = event as Event & {
    readonly notification: Notice;
    waitUntil(work: Promise<unknown>): void;
  };
  const { clients } = globalThis as unknown as { readonly clients: Pages };
  notification.close();
  const focus = async () => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    await pages.find(({ url }) => url === notification.data.page)?.focus();
  };
  waitUntil.call(event, focus());
});

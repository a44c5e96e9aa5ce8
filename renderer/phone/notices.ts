import workerAddress from './notices.worker?worker&url';

/** Notices of the phone itself, seen and heard while its owner looks at something else. */
export interface Notices {
  /** Shows a notice in the place of the one before; nothing while the page itself is seen. */
  show(title: string, body: string): void;
}

/**
 * Asks, within a tap, whether this page may show notices; null where the visitor doesn't want it or the browser has none,
 * as by plain HTTP. The page makes them itself from what its live line tells, for as long as it lives: a push that comes
 * without the page would go by the browser maker's servers, which a hall without internet doesn't reach.
 */
export async function askForNotices(): Promise<Notices | null> {
  if (!isSecureContext || !('Notification' in globalThis) || !('serviceWorker' in navigator)) return null;
  try {
    if ((await Notification.requestPermission()) !== 'granted') return null;
    const registration = await navigator.serviceWorker.register(workerAddress);
    await isActive(registration);
    return {
      show(title, body) {
        if (document.visibilityState === 'visible') return;
        const options = { body, tag: 'antre', renotify: true, data: { page: location.href } };
        // Taken back meanwhile: the page itself still shows and sounds it.
        registration.showNotification(title, options).catch(() => undefined);
      },
    };
  } catch {
    return null;
  }
}

/** Settles once the worker is at work: before that it shows nothing. */
function isActive({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (active || !coming) return Promise.resolve();
  return new Promise((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') resolve();
    });
  });
}

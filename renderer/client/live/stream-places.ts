import type { StreamPlace } from './own-line';

/**
 * Browsers allow a server six connections over all tabs (HTTP/1.1). Where tabs can't share one line, so many may hold a
 * stream open; the other three are for what people press.
 */
const placesAtMost = 3;
const claimEveryMs = 2_000;
/** A tab that ended without a word, or stands still, is forgotten after this. */
const forgottenAfterMs = 7_000;
/** Tabs in the background have slow timers: they answer what they hear, but not each word of each. */
const answerAtMostEveryMs = 500;

/** What a tab tells the others of its line. */
export interface Claim {
  readonly id: string;
  readonly isVisible: boolean;
}

/** Whether a line may stream beside the others that claim a place: those in sight first, then by their names. */
export function hasPlace(own: Claim, others: Iterable<Claim>): boolean {
  let before = 0;
  for (const other of others) {
    const isBefore = other.isVisible === own.isVisible ? other.id < own.id : other.isVisible;
    if (isBefore) before += 1;
  }
  return before < placesAtMost;
}

/** Takes part in sharing the browser's connections among tabs, until it leaves. A page that stands still has no place. */
export function takeStreamPlace(): StreamPlace {
  // What can't hear of the others streams while it is looked at.
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('antre.stream-places');
  const id = `${Date.now().toString(36).padStart(9, '0')}.${Math.random().toString(36).slice(2)}`;
  const others = new Map<string, Claim & { readonly at: number }>();
  let isStill = false;
  let told = 0;
  let may = true;
  let changed = () => {};

  const own = (): Claim => ({ id, isVisible: document.visibilityState === 'visible' });
  const decide = () => {
    const now = performance.now();
    for (const [other, { at }] of others) if (now - at > forgottenAfterMs) others.delete(other);
    const next = !isStill && (channel ? hasPlace(own(), others.values()) : own().isVisible);
    if (next === may) return;
    may = next;
    changed();
  };
  const claim = () => {
    told = performance.now();
    if (!isStill) channel?.postMessage(own());
    decide();
  };
  const bye = () => channel?.postMessage({ id, isVisible: null });
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Claim | { id: string; isVisible: null }>) => {
      if (data.isVisible === null) others.delete(data.id);
      else others.set(data.id, { ...data, at: performance.now() });
      if (performance.now() - told >= answerAtMostEveryMs) claim();
      else decide();
    };
  }
  const standStill = () => {
    isStill = true;
    bye();
    decide();
  };
  const goOn = () => {
    isStill = false;
    claim();
  };
  const timer = setInterval(claim, claimEveryMs);
  document.addEventListener('visibilitychange', claim);
  document.addEventListener('freeze', standStill);
  document.addEventListener('resume', goOn);
  addEventListener('pagehide', standStill);
  addEventListener('pageshow', goOn);
  claim();

  return {
    mayStream: () => may,
    onChange(listener) {
      changed = listener;
    },
    leave() {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', claim);
      document.removeEventListener('freeze', standStill);
      document.removeEventListener('resume', goOn);
      removeEventListener('pagehide', standStill);
      removeEventListener('pageshow', goOn);
      bye();
      channel?.close();
    },
  };
}

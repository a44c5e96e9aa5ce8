import type { LineState } from '../../../electron/contract/live-line';
import { hearHallTime } from '../hall-clock';
import { keepHeard } from './heard';
import { type LiveLine, openOwnLine } from './own-line';
import { type News, newsEveryMs, type TabSays } from './shared-messages';
import { takeStreamPlace } from './stream-places';
import { useLiveLine } from './use-live-line';

/** What holds the browser's line for all its tabs. */
export interface LineHolder {
  readonly port: MessagePort;
  /** Hears that it can't be started. */
  onFault(listener: () => void): void;
}

/** The holder speaks at once; one whose process ended says nothing, and nothing else tells. */
const firstNewsWithinMs = 3_000;
const newsWithinMs = 3.5 * newsEveryMs;
/** A tab with a line of its own tries again to share one. */
const shareAgainMs = 15_000;

/**
 * Opens a line of these topics that all tabs of the browser share. Where that can't be had, or says nothing, the tab holds
 * one of its own until it can.
 */
export function openSharedLine(
  topics: readonly string[],
  start: () => LineHolder | null = startSharedWorker,
): LiveLine {
  const heard = keepHeard(null);
  const { tell, takeCall, takeSnapshot, heardUpTo } = heard;
  let line: LineState = { state: 'connecting' };
  let port: MessagePort | undefined;
  let alone: LiveLine | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const say = (said: TabSays) => port?.postMessage(said);
  const after = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };

  function letGo(): void {
    if (!port) return;
    say({ say: 'bye' });
    port.onmessage = null;
    port.close();
    port = undefined;
  }

  function share(): void {
    letGo();
    if (closed) return;
    const holder = start();
    if (!holder) {
      goAlone();
      return;
    }
    const own = holder.port;
    port = own;
    holder.onFault(() => {
      if (port === own) giveUp();
    });
    own.onmessage = ({ data }: MessageEvent<News>) => {
      if (port === own) take(data);
    };
    say({ say: 'hear', topics, after: heardUpTo() });
    after(firstNewsWithinMs, giveUp);
  }

  function take(news: News): void {
    say({ say: 'taken' });
    if (news.line === null) {
      giveUp();
      return;
    }
    after(newsWithinMs, share);
    alone?.close();
    alone = undefined;
    for (const [topic, snapshot] of Object.entries(news.snapshots)) takeSnapshot(topic, snapshot);
    if (news.hallNow !== null) hearHallTime(news.hallNow);
    line = sameOr(line, news.line, news.lostForMs);
    for (const call of news.calls) takeCall(call);
    tell();
  }

  /** Nothing is heard of what should hold the line. */
  function giveUp(): void {
    letGo();
    goAlone();
    after(shareAgainMs, share);
  }

  function goAlone(): void {
    if (alone || closed) return;
    const opened = openOwnLine(topics, { after: heardUpTo(), place: takeStreamPlace() });
    alone = opened;
    opened.onCall(takeCall);
    opened.subscribe(() => {
      if (alone !== opened) return;
      for (const topic of topics) {
        const snapshot = opened.snapshot(topic);
        if (snapshot !== undefined) takeSnapshot(topic, snapshot);
      }
      line = opened.line();
      tell();
    });
  }

  const pageHidden = () => say({ say: 'bye' });
  // Back from the browser's memory of pages: what held the line may be gone.
  const pageShown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) share();
  };
  addEventListener('pagehide', pageHidden);
  addEventListener('pageshow', pageShown);
  share();

  return {
    snapshot: heard.snapshot,
    subscribe: heard.subscribe,
    onCall: heard.onCall,
    line: () => line,
    close() {
      closed = true;
      clearTimeout(timer);
      removeEventListener('pagehide', pageHidden);
      removeEventListener('pageshow', pageShown);
      letGo();
      alone?.close();
    },
  };
}

/** The line's state as it was told; the same as before where nothing changed. Each context has a stopwatch of its own. */
function sameOr(before: LineState, next: LineState, lostForMs: number): LineState {
  if (next.state !== 'lost') return next.state === before.state ? before : next;
  if (before.state === 'lost' && before.status === next.status) return before;
  return { ...next, since: performance.now() - lostForMs };
}

/** Joins the browser's shared worker; null where the browser has none (Android). */
function startSharedWorker(): LineHolder | null {
  if (typeof SharedWorker === 'undefined') return null;
  try {
    const worker = new SharedWorker(new URL('./shared-line.worker.ts', import.meta.url), { name: 'antre' });
    return {
      port: worker.port,
      onFault: (listener) => worker.addEventListener('error', listener),
    };
  } catch {
    // Forbidden by the browser's settings.
    return null;
  }
}

const openShared = (topics: readonly string[]) => openSharedLine(topics);

/** The browser's one line, for these topics, for as long as the component lives. */
export function useSharedLine(topics: readonly string[]): LiveLine | undefined {
  return useLiveLine(topics, openShared);
}

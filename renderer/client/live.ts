import { useEffect, useState, useSyncExternalStore } from 'react';
import { silenceAllowedMs, untoldSilenceMs } from '../../electron/contract/heartbeat';
import type { Board, Call } from '../../electron/contract/lobby';
import { hearHallTime } from './hall-clock';

/** The line to the server's events: `connecting` at first, `open`, or `lost` since a moment of `performance.now()`. */
export type LineState =
  | { readonly state: 'connecting' | 'open' }
  | { readonly state: 'lost'; readonly since: number };

export interface LiveLine {
  /** The newest snapshot of a topic, or undefined before the first. */
  snapshot<Snapshot>(topic: string): Snapshot | undefined;
  /** Hears at once of what is there already, then of every change of a snapshot or of the line. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Hears each call once, in order of its rising sequence, with those that came while nobody listened. Returns the way to
   * stop.
   */
  onCall(listener: (call: Call) => void): () => void;
  line(): LineState;
  close(): void;
}

/** A server that is there answers with its snapshots at once; one that lost its power doesn't even refuse. */
const openWithinMs = 5_000;
/**
 * A telephone on a poor network needs longer: each attempt that was given up makes the next one twice as patient, though
 * not so patient that a kiosk comes back long after its hub.
 */
const openWithinAtMostMs = 20_000;
const retryMs = 1_000;
const unheardKept = 20;

/**
 * Opens one stream of server-sent events for the topics. It reconnects by itself within about a second, asks
 * for the calls it missed (`Last-Event-ID` by the browser, `lastEventId` after a dead line), and drops a call whose
 * sequence it already had, so that none is spoken twice.
 */
export function openLiveLine(topics: readonly string[]): LiveLine {
  const snapshots = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  const callListeners = new Set<(call: Call) => void>();
  /** Calls that came before anybody listened. */
  let unheard: Call[] = [];
  let line: LineState = { state: 'connecting' };
  let lastSequence = 0;
  /** The newest call there was as the line first opened: what is missed before any is heard, is missed from here. */
  let firstSequence: number | undefined;
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let allowedMs = untoldSilenceMs;
  let openingMs = openWithinMs;
  let closed = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const lose = () => {
    if (line.state !== 'lost') line = { state: 'lost', since: performance.now() };
    tell();
  };
  const giveUpAfter = (ms: number) => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      if (line.state !== 'open') openingMs = Math.min(openingMs * 2, openWithinAtMostMs);
      lose();
      connect();
    }, ms);
  };
  const heard = () => {
    openingMs = openWithinMs;
    giveUpAfter(allowedMs);
    if (line.state !== 'open') {
      line = { state: 'open' };
      tell();
    }
  };

  function connect() {
    source?.close();
    clearTimeout(retry);
    if (closed) return;
    const resume = firstSequence === undefined ? '' : `&lastEventId=${Math.max(lastSequence, firstSequence)}`;
    const opened = new EventSource(
      `/api/v1/events?topics=${topics.map(encodeURIComponent).join(',')}${resume}`,
    );
    source = opened;
    giveUpAfter(openingMs);
    opened.onopen = heard;
    opened.onerror = () => {
      clearTimeout(silence);
      lose();
      // A refused or broken stream may leave the browser's own retry off, or slow: ours is always the same.
      opened.close();
      retry = setTimeout(connect, retryMs);
    };
    for (const topic of topics) {
      opened.addEventListener(topic, (event) => {
        const snapshot: unknown = JSON.parse((event as MessageEvent<string>).data);
        snapshots.set(topic, snapshot);
        if (/^board(:|$)/.test(topic)) {
          firstSequence ??= (snapshot as Board).calls[0]?.sequence ?? 0;
          hearHallTime((snapshot as Board).now);
        }
        heard();
        tell();
      });
    }
    opened.addEventListener('heartbeat', (event) => {
      allowedMs = silenceAllowedMs((event as MessageEvent<string>).data);
      heard();
    });
    opened.addEventListener('call', (event) => {
      heard();
      const call = JSON.parse((event as MessageEvent<string>).data) as Call;
      if (call.sequence <= lastSequence) return;
      lastSequence = call.sequence;
      if (callListeners.size === 0) unheard = [...unheard.slice(-unheardKept), call];
      for (const listener of callListeners) listener(call);
    });
  }
  connect();

  return {
    snapshot: <Snapshot>(topic: string) => snapshots.get(topic) as Snapshot | undefined,
    subscribe(listener) {
      listeners.add(listener);
      listener();
      return () => void listeners.delete(listener);
    },
    onCall(listener) {
      callListeners.add(listener);
      for (const call of unheard) listener(call);
      unheard = [];
      return () => void callListeners.delete(listener);
    },
    line: () => line,
    close() {
      closed = true;
      clearTimeout(retry);
      clearTimeout(silence);
      source?.close();
    },
  };
}

/** A line that lives as long as the component, reopened when the topics change. */
export function useLiveLine(topics: readonly string[]): LiveLine | undefined {
  const [live, setLive] = useState<LiveLine>();
  const wanted = topics.join(',');
  useEffect(() => {
    const opened = openLiveLine(wanted.split(','));
    setLive(opened);
    return () => opened.close();
  }, [wanted]);
  return live;
}

const never = () => () => undefined;

/** The newest snapshot of a topic of the line; rerenders when it changes. */
export function useSnapshot<Snapshot>(live: LiveLine | undefined, topic: string): Snapshot | undefined {
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.snapshot<Snapshot>(topic));
}

/** The state of the line; rerenders when it changes. */
export function useLine(live: LiveLine | undefined): LineState {
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.line() ?? connecting);
}
const connecting: LineState = { state: 'connecting' };

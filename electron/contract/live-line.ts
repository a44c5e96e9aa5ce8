import { silenceAllowedMs, untoldSilenceMs } from './heartbeat';

/**
 * How a line to the server's events is. `open`: a stream's beats are heard; `asking`: streams don't come through, plain
 * requests are answered; `lost`: neither, since a moment of `performance.now()`, `status` being the HTTP status where
 * the server refused.
 */
export type LineState =
  | { readonly state: 'connecting' | 'open' | 'asking' }
  | { readonly state: 'lost'; readonly since: number; readonly status: number | null };

/** What is heard of one stream. */
export interface StreamEvents {
  /** An event came; `beat` holds the data of a heartbeat. Headers are no event: what holds a stream back lets them through. */
  heard(beat?: string): void;
  /** It ended, or never opened; with the HTTP status where one was seen. */
  ended(status: number | null): void;
}

/** What came of a plain request. */
export type PlainOutcome =
  | {
      readonly kind: 'answered';
      /** When to ask again, in milliseconds. */
      readonly askAgainMs: number;
      /** Makes what was answered known; not called where a stream was heard meanwhile. */
      take(): void;
    }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'away' };

/** The two ways by which a server is heard. */
export interface LineWays {
  /** Opens a stream; returns the way to close it, after which it tells nothing more. */
  openStream(on: StreamEvents): () => void;
  /**
   * Asks once by a plain request, and never rejects, until `signal` ends it. `isFirst`: nothing of an earlier answer counts; `streamsHeld`: the server
   * may tell an admin that streams don't come through.
   */
  ask(question: {
    readonly signal: AbortSignal;
    readonly isFirst: boolean;
    readonly streamsHeld: boolean;
  }): Promise<PlainOutcome>;
  /** Whether this line may hold a stream open; without one it asks. */
  mayStream(): boolean;
}

export interface Line {
  state(): LineState;
  /** Takes the line for dead, and tries both ways anew. */
  drop(): void;
  /** `mayStream` may have changed. */
  reconsider(): void;
  close(): void;
}

/** A server that is there beats at once; one that lost its power doesn't even refuse. */
const openWithinMs = 5_000;
/**
 * A telephone on a poor network needs longer: each attempt that was given up makes the next one twice as patient, though
 * not so patient that a kiosk comes back long after its hub.
 */
const openWithinAtMostMs = 20_000;
/** A stream that isn't heard by then may be held back: it is asked beside it. */
const askAfterMs = 2_500;
/** A server that lost its power never answers; what waits for it would keep a browser's few connections taken. */
const answerWithinMs = 5_000;
/** Where neither way is answered, each is tried this often. */
const retryMs = 1_000;
/** A stream that ended while it was heard is opened anew at once, without a word if it is heard again within `graceMs`. */
const reopenMs = 100;
const graceMs = 1_000;
/** Where plain requests are answered, streams are tried after pauses that double from the first to the last of these. */
const firstPauseMs = 2_000;
const lastPauseMs = 120_000;
/** A stream that was heard for so long comes through; what lets a first part pass and holds the rest is silent sooner. */
const steadyMs = 20_000;
/** Attempts that failed although plain requests were answered, before the server hears of it. */
const failuresTold = 2;

/**
 * Opens a line that is kept open: by a stream where its beats come through, else by plain requests, with streams tried
 * again after growing pauses. `onState` hears of each change.
 */
export function openLine(ways: LineWays, onState: (state: LineState) => void): Line {
  let state: LineState = { state: 'connecting' };
  let closed = false;
  let closeStream: (() => void) | undefined;
  /** When the stream that is open was first heard, by `performance.now()`; null: it hasn't been. */
  let heardSince: number | null = null;
  let allowedMs = untoldSilenceMs;
  let openingMs = openWithinMs;
  /** Streams one after another that failed while plain requests were answered. */
  let failures = 0;
  /** Whether the newest plain request was answered. */
  let isAnswered = false;
  let asking: { isOver: boolean; question: AbortController } | undefined;
  const timers = {
    patience: never(),
    askSoon: never(),
    retry: never(),
    grace: never(),
    askAgain: never(),
    late: never(),
  };
  const after = (timer: keyof typeof timers, ms: number, act: () => void) => {
    clearTimeout(timers[timer]);
    timers[timer] = setTimeout(act, ms);
  };

  function become(next: LineState): void {
    const isSame =
      next.state === state.state &&
      (next.state !== 'lost' || state.state !== 'lost' || next.status === state.status);
    if (closed || isSame) return;
    state = next.state === 'lost' && state.state === 'lost' ? { ...next, since: state.since } : next;
    onState(state);
  }
  const lose = (status: number | null) => become({ state: 'lost', since: performance.now(), status });

  function stopStream(): void {
    const close = closeStream;
    closeStream = undefined;
    heardSince = null;
    clearTimeout(timers.patience);
    clearTimeout(timers.askSoon);
    close?.();
  }

  function connect(): void {
    stopStream();
    clearTimeout(timers.retry);
    if (closed) return;
    if (!ways.mayStream()) {
      startAsking();
      return;
    }
    after('patience', openingMs, () => silent());
    if (!asking) after('askSoon', askAfterMs, startAsking);
    const own = ways.openStream({
      heard: (beat) => {
        if (closeStream !== own) return;
        if (beat !== undefined) allowedMs = silenceAllowedMs(beat);
        heard();
      },
      ended: (status) => {
        if (closeStream === own) ended(status);
      },
    });
    closeStream = own;
  }

  function heard(): void {
    const now = performance.now();
    after('patience', allowedMs, () => silent());
    if (heardSince === null) {
      heardSince = now;
      openingMs = openWithinMs;
      clearTimeout(timers.askSoon);
      clearTimeout(timers.grace);
      stopAsking();
      become({ state: 'open' });
    } else if (now - heardSince >= steadyMs) failures = 0;
  }

  /** Nothing comes, though the line may be there. */
  function silent(): void {
    const wasHeard = heardSince !== null;
    if (!wasHeard && !isAnswered) openingMs = Math.min(openingMs * 2, openWithinAtMostMs);
    failures += 1;
    fail(null);
  }

  function ended(status: number | null): void {
    const wasHeard = heardSince !== null;
    if (wasHeard && failures === 0) {
      stopStream();
      failures += 1;
      after('grace', graceMs, () => {
        lose(null);
        startAsking();
      });
      after('retry', reopenMs, connect);
      return;
    }
    failures += 1;
    fail(status);
  }

  function fail(status: number | null): void {
    stopStream();
    clearTimeout(timers.grace);
    if (state.state === 'open') lose(status);
    startAsking();
    const pause = isAnswered
      ? Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 10), lastPauseMs)
      : retryMs;
    after('retry', pause, connect);
  }

  function startAsking(): void {
    if (asking || closed) return;
    asking = { isOver: false, question: new AbortController() };
    void ask(asking);
  }

  function stopAsking(): void {
    if (asking) asking.isOver = true;
    asking?.question.abort();
    asking = undefined;
    clearTimeout(timers.late);
    clearTimeout(timers.askAgain);
  }

  async function ask(own: NonNullable<typeof asking>): Promise<void> {
    let isFirst = true;
    let wasAway = false;
    while (!own.isOver) {
      own.question = new AbortController();
      after('late', answerWithinMs, () => own.question.abort());
      const streamsHeld = isAnswered && failures >= failuresTold;
      const outcome = await ways.ask({ signal: own.question.signal, isFirst, streamsHeld });
      if (own.isOver) return;
      clearTimeout(timers.late);
      isFirst = outcome.kind !== 'answered';
      if (outcome.kind === 'answered') {
        outcome.take();
        if (own.isOver) return;
        isAnswered = true;
        become({ state: 'asking' });
        // It was away, and is back: streams may come through.
        if (wasAway && !closeStream) connect();
        wasAway = false;
      } else {
        isAnswered = false;
        wasAway = true;
        failures = 0;
        lose(outcome.kind === 'refused' ? outcome.status : null);
      }
      const pause = outcome.kind === 'answered' ? outcome.askAgainMs : retryMs;
      await new Promise<void>((resolve) => after('askAgain', pause, resolve));
    }
  }

  connect();
  return {
    state: () => state,
    drop() {
      stopStream();
      stopAsking();
      lose(null);
      startAsking();
      connect();
    },
    reconsider() {
      const may = ways.mayStream();
      if (may && !closeStream) connect();
      else if (!may && closeStream) {
        stopStream();
        startAsking();
      }
    },
    close() {
      closed = true;
      stopStream();
      stopAsking();
      for (const timer of Object.values(timers)) clearTimeout(timer);
    },
  };
}

function never(): ReturnType<typeof setTimeout> | undefined {
  return undefined;
}

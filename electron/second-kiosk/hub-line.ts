import { createParser } from 'eventsource-parser';
import { silenceAllowedMs, untoldSilenceMs } from '../contract/heartbeat';
import type { HubAccess } from './call-hub';

/**
 * How the line is: `refused` where the hub no longer lets this kiosk in, `unknown_address` where it goes by another
 * address than the one it was asked at.
 */
export type HubLineState = 'open' | 'away' | 'refused' | 'unknown_address';

/** A line of server-sent events from the hub that is opened anew by itself whenever it ends. */
export interface HubLine {
  /** Takes the line for dead, and opens another. */
  drop(): void;
  /** Ends it for good. */
  stop(): Promise<void>;
}

const openWithinMs = 5_000;
const retryMs = 500;

/** Opens the line to `path` of the hub. Each event and each change of the line's state is told; nothing is thrown. */
export function openHubLine(
  { hub, token }: HubAccess,
  path: string,
  told: { onEvent(event: string, data: string): void; onState(state: HubLineState): void },
): HubLine {
  let state: HubLineState | undefined;
  let stopped = false;
  let attempt = new AbortController();
  let endPause = () => {};
  const become = (next: HubLineState) => {
    if (state === next || stopped) return;
    state = next;
    told.onState(next);
  };
  const running = run();

  async function run(): Promise<void> {
    while (!stopped) {
      attempt = new AbortController();
      try {
        become(await listen(attempt));
      } catch {
        // It broke, or never opened.
        become('away');
      }
      attempt.abort();
      if (!stopped) await pause();
    }
  }

  /** Listens until the line ends; answers how it stands then. */
  async function listen(own: AbortController): Promise<HubLineState> {
    const lateOpening = setTimeout(() => own.abort(), openWithinMs);
    let silence: ReturnType<typeof setTimeout> | undefined;
    let allowedMs = untoldSilenceMs;
    try {
      const response = await fetch(`${hub}/api/v1${path}`, {
        headers: {
          accept: 'text/event-stream',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        redirect: 'error',
        signal: own.signal,
      });
      if (response.status === 401) return 'refused';
      // The token may still be good.
      if (response.status === 403) return 'unknown_address';
      if (!response.ok || !response.body) return 'away';
      clearTimeout(lateOpening);
      become('open');
      const parser = createParser({
        onEvent: ({ event, data }) => {
          if (event === 'heartbeat') allowedMs = silenceAllowedMs(data);
          else if (!stopped && !own.signal.aborted) told.onEvent(event ?? 'message', data);
        },
      });
      const text = new TextDecoder();
      const listened = () => {
        clearTimeout(silence);
        silence = setTimeout(() => own.abort(), allowedMs);
      };
      listened();
      for await (const chunk of response.body) {
        parser.feed(text.decode(chunk, { stream: true }));
        listened();
      }
      return 'away';
    } finally {
      clearTimeout(lateOpening);
      clearTimeout(silence);
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, retryMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    drop: () => attempt.abort(),
    stop: async () => {
      stopped = true;
      attempt.abort();
      endPause();
      await running;
    },
  };
}

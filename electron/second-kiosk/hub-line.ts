import { createParser } from 'eventsource-parser';
import { z } from 'zod';
import { apiBase } from '../contract/api-base';
import { type LineState, openLine, type PlainOutcome, type StreamEvents } from '../contract/live-line';
import type { HubAccess } from './call-hub';

/**
 * How the line is: `asking` where plain requests are answered but streams held back; `refused` where the hub no longer
 * lets this kiosk in, `unknown_address` where it goes by another address than the one it was asked at.
 */
export type HubLineState = 'open' | 'asking' | 'away' | 'refused' | 'unknown_address';

/** A line of events from the hub that is opened anew by itself whenever it ends. */
export interface HubLine {
  /** Takes the line for dead, and opens another. */
  drop(): void;
  /** Ends it for good. */
  stop(): Promise<void>;
}

// The hub may be newer than this kiosk: what it added is passed over.
const plain = z.object({ askAgainMs: z.number().positive(), snapshots: z.record(z.string(), z.unknown()) });

/**
 * Opens the line to `path` of the hub: a stream, or, where that is held back on the way, plain requests to its `/snapshot`.
 * Each event and each change of the line's state is told; nothing is thrown.
 */
export function openHubLine(
  { hub, token }: HubAccess,
  path: string,
  told: { onEvent(event: string, data: string): void; onState(state: HubLineState): void },
): HubLine {
  let stopped = false;
  let tag: string | null = null;
  let againMs = 1_000;
  let listening: Promise<unknown> = Promise.resolve();
  const get = (address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) =>
    fetch(`${hub}${apiBase}${path}${address}`, {
      headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      redirect: 'error',
      signal,
    });

  /** Listens until the stream ends; returns the status that the hub answered with. */
  async function listen(own: AbortController, heard: StreamEvents['heard']): Promise<number> {
    const response = await get('', { accept: 'text/event-stream' }, own.signal);
    if (!response.ok || !response.body) return response.status;
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (stopped || own.signal.aborted) return;
        if (event === 'heartbeat') heard(data);
        else {
          heard();
          told.onEvent(event ?? 'message', data);
        }
      },
    });
    const text = new TextDecoder();
    for await (const chunk of response.body) parser.feed(text.decode(chunk, { stream: true }));
    return response.status;
  }

  async function ask(signal: AbortSignal, streamsHeld: boolean): Promise<PlainOutcome> {
    const known: Record<string, string> = tag === null ? {} : { 'if-none-match': tag };
    const response = await get(`/snapshot${streamsHeld ? '?streamsHeld=yes' : ''}`, known, signal);
    if (response.status === 304) return { kind: 'answered', askAgainMs: againMs, take: () => undefined };
    if (!response.ok) {
      await response.body?.cancel();
      const isNo = response.status >= 400 && response.status < 500 && response.status !== 429;
      return isNo ? { kind: 'refused', status: response.status } : { kind: 'away' };
    }
    const { askAgainMs, snapshots } = plain.parse(await response.json());
    againMs = askAgainMs;
    return {
      kind: 'answered',
      askAgainMs,
      take: () => {
        tag = response.headers.get('etag');
        for (const [event, snapshot] of Object.entries(snapshots)) {
          told.onEvent(event, JSON.stringify(snapshot));
        }
      },
    };
  }

  const line = openLine(
    {
      mayStream: () => true,
      openStream({ heard, ended }) {
        const own = new AbortController();
        listening = listen(own, heard).then(ended, () => ended(null));
        return () => own.abort();
      },
      async ask({ signal, isFirst, streamsHeld }) {
        if (isFirst) tag = null;
        return await ask(signal, streamsHeld).catch((): PlainOutcome => ({ kind: 'away' }));
      },
    },
    (state) => told.onState(hubState(state)),
  );
  return {
    drop: () => line.drop(),
    stop: async () => {
      stopped = true;
      line.close();
      await listening;
    },
  };
}

function hubState(line: LineState): HubLineState {
  if (line.state === 'open' || line.state === 'asking') return line.state;
  if (line.state === 'lost' && line.status === 401) return 'refused';
  // The token may still be good.
  return line.state === 'lost' && line.status === 403 ? 'unknown_address' : 'away';
}

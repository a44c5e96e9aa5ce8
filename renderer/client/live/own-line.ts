import {
  type LineState,
  type LineWays,
  openLine,
  type PlainOutcome,
} from '../../../electron/contract/live-line';
import type { Board, Call } from '../../../electron/contract/lobby';
import type { PlainAnswer } from '../../../electron/contract/plain-line';
import { topicList } from '../../../electron/contract/topic-list';
import { hearHallTime } from '../hall-clock';
import { type Heard, isBoard, keepHeard } from './heard';

/** What a page hears of topics, from a line of its own or from one that it shares. */
export interface LiveLine extends Pick<Heard, 'snapshot' | 'subscribe' | 'onCall'> {
  line(): LineState;
  close(): void;
}

/** A line that is held for others too. */
export interface OwnLine extends LiveLine {
  /** The sequence up to which calls were heard, or null before that is known. */
  heardUpTo(): number | null;
  /** Whether the server doesn't tell this caller of a topic. */
  isRefused(topic: string): boolean;
}

/** Where a line may hold one of the browser's few connections. */
export interface StreamPlace {
  mayStream(): boolean;
  /** Hears that this may have changed. */
  onChange(listener: () => void): void;
  leave(): void;
}

const anywhere: StreamPlace = { mayStream: () => true, onChange: () => undefined, leave: () => undefined };

/**
 * Opens a line to the server's events of these topics. It asks for the calls it missed, and drops a call whose sequence it
 * already had, so that none is spoken twice.
 */
export function openOwnLine(
  topics: readonly string[],
  options: {
    /** Calls are told from this sequence on; without it, those after the line was opened. */
    readonly after?: number | null;
    /** Topics that the server refuses are left out, in place of all being refused. */
    readonly partly?: boolean;
    readonly place?: StreamPlace;
  } = {},
): OwnLine {
  const { partly = false, place = anywhere } = options;
  const heardOf = keepHeard(options.after ?? null);
  const { tell, takeCall } = heardOf;
  const refused = new Set<string>();
  let tag: string | null = null;
  let askAgainMs = 1_000;

  const query = () => {
    const names = encodeURIComponent(topicList(topics));
    const upTo = heardOf.heardUpTo();
    const resume = upTo === null ? '' : `&lastEventId=${upTo}`;
    return `topics=${names}${resume}${partly ? '&partly=yes' : ''}`;
  };
  const ways: LineWays = {
    mayStream: () => place.mayStream(),
    openStream({ heard, ended }) {
      const source = new EventSource(`/api/v1/events?${query()}`);
      // A refused or broken stream may leave the browser's own retry off, or slow: the line's is always the same.
      source.onerror = () => ended(null);
      const on = (event: string, take: (data: string) => void) =>
        source.addEventListener(event, (message) => take((message as MessageEvent<string>).data));
      on('heartbeat', (data) => heard(data));
      on('refused', (data) => {
        heard();
        refused.add((JSON.parse(data) as { readonly topic: string }).topic);
        tell();
      });
      on('call', (data) => {
        heard();
        takeCall(JSON.parse(data) as Call);
      });
      for (const topic of topics) {
        on(topic, (data) => {
          heard();
          const snapshot: unknown = JSON.parse(data);
          refused.delete(topic);
          heardOf.takeSnapshot(topic, snapshot);
          if (isBoard(topic)) hearHallTime((snapshot as Board).now);
          tell();
        });
      }
      return () => source.close();
    },
    async ask({ signal, isFirst, streamsHeld }) {
      if (isFirst) tag = null;
      const url = `/api/v1/events/snapshot?${query()}${streamsHeld ? '&streamsHeld=yes' : ''}`;
      const answered = await askOnce(url, tag, signal);
      if (!('answer' in answered)) return answered;
      const { answer } = answered;
      askAgainMs = answer?.askAgainMs ?? askAgainMs;
      return {
        kind: 'answered',
        askAgainMs,
        take: () => {
          if (!answer) return;
          tag = answered.tag;
          refused.clear();
          for (const topic of Object.keys(answer.refused)) refused.add(topic);
          hearHallTime(answer.now);
          for (const [topic, snapshot] of Object.entries(answer.snapshots)) {
            heardOf.takeSnapshot(topic, snapshot);
          }
          for (const call of answer.calls) takeCall(call);
          heardOf.hearUpTo(answer.sequence);
          tell();
        },
      };
    },
  };
  const line = openLine(ways, tell);
  place.onChange(() => line.reconsider());

  return {
    ...heardOf,
    line: () => line.state(),
    isRefused: (topic) => refused.has(topic),
    close() {
      line.close();
      place.leave();
    },
  };
}

interface Answered {
  /** Null: as before. */
  readonly answer: PlainAnswer | null;
  readonly tag: string | null;
}

/** One plain request. Never rejects. */
async function askOnce(
  url: string,
  tag: string | null,
  signal: AbortSignal,
): Promise<Answered | Exclude<PlainOutcome, { kind: 'answered' }>> {
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      headers: tag === null ? {} : { 'if-none-match': tag },
      signal,
    });
    if (response.status === 304) return { answer: null, tag };
    if (response.ok) {
      return { answer: (await response.json()) as PlainAnswer, tag: response.headers.get('etag') };
    }
    const isNo = response.status >= 400 && response.status < 500 && response.status !== 429;
    return isNo ? { kind: 'refused', status: response.status } : { kind: 'away' };
  } catch {
    return { kind: 'away' };
  }
}

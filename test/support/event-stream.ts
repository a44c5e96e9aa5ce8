import { request as httpRequest } from 'node:http';
import { createParser } from 'eventsource-parser';
import { onTestFinished } from 'vitest';

export interface StreamEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

export interface EventStream {
  readonly status: number;
  readonly events: readonly StreamEvent[];
  /** Waits until an event is there that fits; returns it. Those heard before count too. */
  until(fits: (event: StreamEvent) => boolean): Promise<StreamEvent>;
  /** All events of a name so far. */
  of(event: string): readonly StreamEvent[];
  /** Whether the server has ended it. */
  readonly ended: boolean;
  close(): void;
}

/** Opens an event stream as a program would; it is closed when the test has finished. */
export function openEventStream(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const events: StreamEvent[] = [];
    const waiting = new Set<() => void>();
    let ended = false;
    const tell = () => {
      for (const look of waiting) look();
    };
    const parser = createParser({
      onEvent: ({ id, event = 'message', data }) => {
        events.push({ id, event, data: JSON.parse(data) });
        tell();
      },
    });
    const request = httpRequest(`${url}/api/v1/events?${query}`, { agent: false, headers }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (response.statusCode === 200) parser.feed(chunk);
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        ended = true;
        tell();
      });
      resolve({
        status: response.statusCode ?? 0,
        events,
        of: (name) => events.filter(({ event }) => event === name),
        get ended() {
          return ended;
        },
        until: (fits) =>
          new Promise((found, lost) => {
            const look = () => {
              const event = events.find(fits);
              if (!event && !ended) return;
              waiting.delete(look);
              if (event) found(event);
              else lost(new Error('the stream ended before such an event came'));
            };
            waiting.add(look);
            look();
          }),
        close: () => void request.destroy(),
      });
    });
    request.on('error', reject);
    request.end();
    onTestFinished(() => void request.destroy());
  });
}

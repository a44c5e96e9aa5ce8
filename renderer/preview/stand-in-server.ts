import { routeAddresses } from '../../electron/contract/route-addresses';
import type { RouteName } from '../../electron/contract/routes';
import type { Story } from './story';

const base = '/api/v1';

/** Takes the server's place in this window: responds to a story's requests, and to its connection for events. */
export function standInForServer({ answers = {}, topics }: Story): void {
  window.fetch = async (input, options) => {
    const url = new URL(String(input), location.href);
    const name = (Object.keys(answers) as RouteName[]).find((each) =>
      isFor(each, options?.method ?? 'GET', url.pathname),
    );
    if (name === undefined) return await new Promise<Response>(() => undefined);
    const answer: unknown = answers[name];
    return Response.json(typeof answer === 'function' ? answer(url.searchParams) : answer);
  };
  class StandInLine extends EventTarget {
    onerror = null;
    constructor(address: string) {
      super();
      const asked = new URL(address, location.href).searchParams.get('topics')?.split(',') ?? [];
      const tell = (event: string, data: unknown) =>
        this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
      setTimeout(() => {
        if (!topics) return;
        tell('heartbeat', { everySeconds: 3600 });
        for (const [topic, snapshot] of Object.entries(topics))
          if (asked.includes(topic)) tell(topic, snapshot);
      });
    }
    close() {}
  }
  Object.assign(window, { EventSource: StandInLine, SharedWorker: undefined });
}

function isFor(name: RouteName, method: string, pathname: string): boolean {
  const route = routeAddresses[name];
  const parts = `${base}${route.path}`.split('/');
  const asked = pathname.split('/');
  return (
    route.method === method &&
    parts.length === asked.length &&
    parts.every((part, index) => part.startsWith(':') || part === asked[index])
  );
}

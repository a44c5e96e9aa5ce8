import type { Language } from '../../electron/contract/common';
import type { Priority } from '../../electron/contract/tickets';
import type { RunningHall } from './running-hall';

let taken = 0;

/** A visitor takes a number at the kiosk and keeps it without paper, so that it waits; returns the number. */
export async function takeNumber(
  hall: Pick<RunningHall, 'url'>,
  visit: {
    /** The counter's code, and the place of the service there. */
    readonly counter: string;
    readonly service?: number;
    readonly priority?: Priority;
    readonly language?: Language;
    /** The visitor asks to be fetched. */
    readonly fetchMe?: boolean;
  },
): Promise<string> {
  const { counter, service = 0, priority, language, fetchMe } = visit;
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as {
    code: string;
    services: { id: string }[];
  }[];
  const serviceId = menu.find(({ code }) => code === counter)?.services[service]?.id;
  const { number, token } = await post(hall, '/tickets', {
    serviceId,
    ...(priority ? { priority } : {}),
    ...(language ? { language } : {}),
    ...(fetchMe ? { fetchMe } : {}),
  });
  await post(hall, `/tickets/${token}/paperless`);
  return number;
}

async function post(hall: Pick<RunningHall, 'url'>, path: string, body?: unknown) {
  taken += 1;
  const response = await fetch(`${hall.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'idempotency-key': `visitor-${taken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { number: string; token: string };
}

import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';
import type { Language } from '../../electron/contract/common';
import type { MenuCounter } from '../../electron/contract/site';
import type { HolderTicket } from '../../electron/contract/tickets';
import { makeUser } from './hall-people';
import type { RunningHall } from './running-hall';
import { staffPage, takeDesk } from './staff-page';

let taken = 0;

/** Takes a number at the kiosk, whose paper is a picture on the screen, and waits until it can be called. */
export async function takeTicket(
  hall: RunningHall,
  code: string,
  language: Language = 'id',
): Promise<HolderTicket> {
  const menu = (await (await fetch(`${hall.url}/api/v1/counters`)).json()) as MenuCounter[];
  const serviceId = menu.find((counter) => counter.code === code)?.services[0]?.id;
  taken += 1;
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `scanned-${taken}` },
    body: JSON.stringify({ serviceId, language }),
  });
  const given = (await answer.json()) as HolderTicket;
  await expect.poll(async () => (await ticketNow(hall, given)).status).toBe('waiting');
  return await ticketNow(hall, given);
}

/** How a ticket stands, as its holder is told. */
export async function ticketNow(
  hall: RunningHall,
  { token }: Pick<HolderTicket, 'token'>,
): Promise<HolderTicket> {
  return (await (await fetch(`${hall.url}/api/v1/tickets/${token}`)).json()) as HolderTicket;
}

/** An officer and a desk: to act there by requests, and to sit down at its page. */
export interface Officer {
  readonly label: string;
  press(verb: string, body?: unknown): Promise<void>;
  sitDown(browser: Browser): Promise<Page>;
}

/** A new officer and one of that counter's desks. */
export async function officerFor(
  hall: RunningHall,
  which: { readonly username: string; readonly counter: string; readonly desk: number },
): Promise<Officer> {
  const { username } = which;
  const session = await makeUser(hall, { username, displayName: username, role: 'staff' });
  const desks = (await session.request('GET', '/desks')).body as {
    id: string;
    label: string;
    counter: { code: string };
  }[];
  const desk = desks.filter(({ counter }) => counter.code === which.counter).at(which.desk);
  return {
    label: desk?.label ?? '',
    async press(verb, body) {
      const { status } = await session.request('POST', `/desks/${desk?.id}/${verb}`, body);
      expect(status).toBe(200);
    },
    async sitDown(browser) {
      const page = await staffPage(browser, hall.url, { session });
      await takeDesk(page, desk?.label ?? '');
      return page;
    },
  };
}

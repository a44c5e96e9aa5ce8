import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../electron/queue/simulation/random';
import { listen } from '../requests';
import type { Book, GivenNumber } from './book';
import type { Officer } from './open-hall';
import type { PersistentCaller } from './persistent-caller';

export interface Day {
  readonly server: string;
  readonly book: Book;
  readonly random: Random;
  /** So many times faster than real people. */
  readonly speed: number;
  /** Ends when it is over. */
  readonly over: AbortSignal;
}

interface HeldTicket extends GivenNumber {
  readonly token: string;
  readonly status: string;
}

const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(random.uniform() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Minutes of real people in milliseconds of this day. */
const minutes = (day: Day, count: number) => (count * 60_000) / day.speed;

/** Visitors come until the day is over, so many a minute of real people's. */
export async function visitorsCome(
  day: Day,
  kiosk: PersistentCaller,
  serviceIds: readonly string[],
  aMinute: number,
) {
  const visits: Promise<void>[] = [];
  while (!day.over.aborted) {
    await pause(minutes(day, day.random.exponential(1 / aMinute)));
    visits.push(visit(day, kiosk, pick(serviceIds, day.random)));
  }
  await Promise.all(visits);
}

async function visit(day: Day, kiosk: PersistentCaller, serviceId: string): Promise<void> {
  const { book, random } = day;
  const [follows, leaves, isOld] = [random.uniform() < 0.2, random.uniform() < 0.05, random.uniform() < 0.1];
  const key = randomUUID();
  const body = { serviceId, ...(isOld ? { priority: 'elderly' } : {}) };
  const { status, body: answer } = await kiosk.ask('POST', '/tickets', body, key);
  if (status === 409) return book.count('turned away');
  if (status !== 201) return book.breach(`a tap: ${status} ${JSON.stringify(answer)}`);
  const ticket = answer as HeldTicket;
  book.give(ticket, key);
  const following = follows ? followByPhone(day, ticket) : undefined;
  for (let asked = 0; asked < 30 && !day.over.aborted; asked += 1) {
    const now = await kiosk.ask('GET', `/tickets/${ticket.token}`);
    if ((now.body as HeldTicket).status !== 'printing') break;
    if (asked === 20) await kiosk.ask('POST', `/tickets/${ticket.token}/paperless`);
    await pause(500);
  }
  if (leaves) await kiosk.ask('POST', `/tickets/${ticket.token}/cancel`);
  await following;
}

/** A phone that follows its ticket for a while, and comes back when its connection is lost. */
async function followByPhone(day: Day, { token }: HeldTicket): Promise<void> {
  for (let times = 0; times < 5 && !day.over.aborted; times += 1) {
    await new Promise<void>((resolve) => {
      const connection = listen(
        day.server,
        `ticket:${token}`,
        '',
        () => day.book.count('told by phone'),
        resolve,
      );
      connection.opened.catch(() => undefined);
      const close = () => {
        connection.close();
        resolve();
      };
      setTimeout(close, minutes(day, 10)).unref();
      day.over.addEventListener('abort', close, { once: true });
    });
    await pause(1000);
  }
}

/** An officer calls, serves, and sometimes does something else, until the day is over. */
export async function officerWorks(day: Day, { caller, deskId, serviceIds }: Officer): Promise<void> {
  const { book, random } = day;
  const press = (verb: string, body?: unknown) => caller.ask('POST', `/desks/${deskId}/${verb}`, body);
  while (!day.over.aborted) {
    const { status, body } = await press('call-next');
    if (status === 409) {
      // Somebody is at the desk still, or it was left in the meantime: both are said, and put right as a person would.
      await caller.ask('POST', `/desks/${deskId}/sign-in`);
      await press('start');
      await press('finish', {});
      await pause(200);
      continue;
    }
    if (status !== 200 || body === null) {
      await pause(minutes(day, 0.5));
      continue;
    }
    const ticket = body as HeldTicket;
    book.call(ticket.id, ticket.number);
    const chance = random.uniform();
    if (chance < 0.1) await press('recall');
    await pause(minutes(day, 0.5));
    if (chance < 0.15) await press('no-show');
    else {
      await press('start');
      await pause(minutes(day, random.gamma(6, 0.5)));
      if (chance < 0.2) await press('hold', { reason: 'Berkas kurang' });
      else if (chance < 0.25) {
        await press('transfer', { serviceId: pick(serviceIds, random), place: 'back' });
      } else await press('finish', {});
    }
    book.count('served');
  }
}

/** A lobby screen: hears every call once, whatever becomes of its connection. */
export async function screenListens(day: Day): Promise<void> {
  let last = 0;
  while (!day.over.aborted) {
    await new Promise<void>((resolve) => {
      const connection = listen(
        day.server,
        'board',
        '',
        (event, data) => {
          if (event !== 'call') return;
          const { sequence } = JSON.parse(data) as { readonly sequence: number };
          if (sequence < last) day.book.breach(`the screen heard call ${sequence} after ${last}`);
          last = sequence;
          day.book.count('calls on the screen');
        },
        resolve,
      );
      connection.opened.catch(() => undefined);
      const close = () => {
        connection.close();
        resolve();
      };
      day.over.addEventListener('abort', close, { once: true });
    });
    await pause(500);
  }
}

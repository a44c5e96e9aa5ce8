import type { KioskSnapshot } from '../../electron/contract/operation';
import type { MenuCounter } from '../../electron/contract/site';
import type { HolderTicket } from '../../electron/contract/tickets';
import { SpokenPath, type Taken } from '../../renderer/kiosk/spoken/spoken-path';
import type { SpokenWish, World } from '../../renderer/kiosk/spoken/visit';
import type { RunningHall } from './running-hall';
import { type Transcript, transcript } from './transcript';

/** The spoken path of a kiosk at a running hall, without a page. */
export interface SpokenKiosk {
  readonly path: SpokenPath;
  readonly speech: Transcript;
  /** The numbers that were given, by the server's own answers. */
  readonly given: readonly HolderTicket[];
  /** Asks the server for everything anew, as a page hears it by its line. */
  refresh(): Promise<void>;
  /** Lets time pass for whoever waits, in ms. */
  pass(ms: number): void;
}

let taken = 0;

/** Puts the spoken path before a hall; what it takes and decides goes to the server by HTTP. */
export async function spokenKiosk(hall: Pick<RunningHall, 'url' | 'clock'>): Promise<SpokenKiosk> {
  const speech = transcript();
  const given: HolderTicket[] = [];
  let elapsed = 0;
  let world: World = {
    counters: undefined,
    kiosk: undefined,
    isAway: true,
    ticket: null,
    now: hall.clock.now(),
  };
  const post = (path: string, body?: unknown) => {
    taken += 1;
    return fetch(`${hall.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'idempotency-key': `spoken-${taken}`, 'content-type': 'application/json' },
      ...(body === undefined
        ? { body: null, headers: { 'idempotency-key': `spoken-${taken}` } }
        : { body: JSON.stringify(body) }),
    });
  };
  const take = async ({ serviceId, priority, language, fetchMe }: SpokenWish): Promise<Taken> => {
    const answer = await post('/tickets', { serviceId, priority, language, fetchMe }).catch(() => null);
    if (answer === null) return { kind: 'unheard' };
    if (!answer.ok) return { kind: 'refused', problem: (await answer.json()) as { code: string } };
    const ticket = (await answer.json()) as HolderTicket;
    given.push(ticket);
    return { kind: 'given', ticket };
  };
  const path = new SpokenPath({
    speech,
    world: () => world,
    stopwatch: () => elapsed,
    take,
    decide: async (choice, token) => {
      const answer = await post(`/tickets/${token}/${choice === 'keep' ? 'paperless' : 'cancel'}`);
      return answer.ok ? ((await answer.json()) as HolderTicket) : null;
    },
    changed: () => undefined,
  });
  const get = async <Answer>(route: string) =>
    (await (await fetch(`${hall.url}/api/v1${route}`)).json()) as Answer;
  const refresh = async () => {
    try {
      const token = path.visit?.ticket?.token;
      world = {
        counters: await get<MenuCounter[]>('/counters'),
        kiosk: await get<KioskSnapshot>('/kiosk'),
        ticket: token === undefined ? null : await get<HolderTicket>(`/tickets/${token}`),
        isAway: false,
        now: hall.clock.now(),
      };
    } catch {
      world = { ...world, isAway: true };
    }
    path.happen({ kind: 'news' });
  };
  await refresh();
  return {
    path,
    speech,
    given,
    refresh,
    pass(ms) {
      elapsed += ms;
      path.happen({ kind: 'tick' });
    },
  };
}

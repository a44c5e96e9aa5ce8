import type { ActionContext, Actor } from '../../electron/actions/action';
import { type ActionRunner, type Answer, createActionRunner } from '../../electron/actions/action-runner';
import type { Configuration } from '../../electron/contract/configuration';
import { createLog } from '../../electron/log';
import { Refusal } from '../../electron/queue/refusal';
import { businessDateAt } from '../../electron/store/business-date';
import type { Change } from '../../electron/store/changes';
import { type Hall, keepHall } from '../../electron/store/hall';
import { builtInKioskId, importConfiguration } from '../../electron/store/import-configuration';
import { query, type Store } from '../../electron/store/store';
import { HallTime } from '../../electron/time/hall-time';
import type { ViewContext } from '../../electron/views/view-context';
import { type MovableClock, movableClock } from './movable-clock';
import { smallHall } from './small-hall';
import { temporaryStore } from './temporary-store';

/** The kiosk as an actor. */
export const kiosk: Actor = { kind: 'device', deviceId: builtInKioskId };

export interface TestHall {
  readonly store: Store & { readonly file: string };
  /** Stands at Tuesday, 24 November 2026, 09.00 in Kajen. */
  readonly clock: MovableClock;
  /** The hall's time by that clock, as everything here asks for it. */
  readonly time: HallTime;
  readonly actionRunner: ActionRunner;
  hall(): Hall;
  /** Runs one action as an actor and answers what it answers. */
  act<Result>(actor: Actor, action: (context: ActionContext) => Result): Result;
  /** The code an action is refused with. Throws where it is not refused. */
  refusal(actor: Actor, action: (context: ActionContext) => unknown): Refusal;
  view(): ViewContext;
  /** What was announced since the last call. */
  takeChanges(): Change[];
  /** Ids by the counter's code and the place of the service there. */
  serviceId(code: string, place?: number): number;
  counterId(code: string): number;
  deskId(number: number): number;
  /** Makes an officer who sits at a desk, without the action for it. */
  manDesk(number: number): { readonly deskId: number; readonly userId: number };
}

/** A hall with a real database, the small configuration (or another) and a clock that is moved by hand. */
export function testHall(configuration: Configuration = smallHall): TestHall {
  const store = temporaryStore();
  const clock = movableClock('2026-11-24T09:00+07:00');
  importConfiguration(store, configuration, clock.now());
  const hall = keepHall(store);
  const time = new HallTime({
    machine: clock.machine,
    store,
    timezone: () => hall().settings.timezone,
    log: createLog('silent'),
  });
  const actionRunner = createActionRunner({ store, clock: time, hall });
  let changes: Change[] = [];
  store.onCommit((announced) => changes.push(...announced));

  const act = <Result>(actor: Actor, action: (context: ActionContext) => Result): Result => {
    let result: { readonly value: Result } | undefined;
    actionRunner.perform(actor, null, (context): Answer => {
      result = { value: action(context) };
      return { status: 200, body: null };
    });
    if (!result) throw new Error('the action did not run');
    return result.value;
  };
  const counterOf = (code: string) => {
    const counter = hall().counters.find((each) => each.code === code);
    if (!counter) throw new Error(`no counter ${code}`);
    return counter;
  };
  const deskId = (number: number) => {
    const desk = [...hall().desk.values()].find((each) => each.number === number);
    if (!desk) throw new Error(`no desk ${number}`);
    return desk.id;
  };
  return {
    store,
    clock,
    time,
    actionRunner,
    hall,
    act,
    refusal: (actor, action) => {
      try {
        act(actor, action);
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
      throw new Error('it was not refused');
    },
    view: () => ({
      reader: store,
      hall: hall(),
      now: time.now(),
      businessDate: businessDateAt(store, time.now(), hall().settings.timezone),
    }),
    takeChanges: () => {
      const taken = changes;
      changes = [];
      return taken;
    },
    serviceId: (code, place = 0) => {
      const service = counterOf(code).services[place];
      if (!service) throw new Error(`counter ${code} has no service ${place}`);
      return service.id;
    },
    counterId: (code) => counterOf(code).id,
    deskId,
    manDesk: (number) =>
      store.write((transaction) => {
        const { lastId: userId } = transaction.run(
          query.insertInto('users').values({
            username: `petugas${number}`,
            displayName: `Petugas ${number}`,
            role: 'staff',
            passwordHash: '',
            wholeHall: 1,
            createdAt: clock.now(),
          }),
        );
        transaction.run(
          query
            .updateTable('desks')
            .set({ userId, signedInAt: clock.now() })
            .where('id', '=', deskId(number)),
        );
        return { deskId: deskId(number), userId };
      }),
  };
}

import { join } from 'node:path';
import { createActionRunner } from '../../../electron/actions/action-runner';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { createLog } from '../../../electron/log';
import { keepHall } from '../../../electron/store/hall';
import { importConfiguration } from '../../../electron/store/import-configuration';
import { openStore, query } from '../../../electron/store/store';
import { HallTime } from '../../../electron/time/hall-time';
import { movableClock } from '../../support/movable-clock';
import { smallHall } from '../../support/small-hall';

/** A hall's database with officers at its desks, made once and copied for each hall of each seed. */
export interface Template {
  readonly file: string;
  readonly officers: readonly UserActor[];
}

/** Makes one of a hall in a time zone, which forgets tickets after a month. */
export function makeTemplate(
  folder: string,
  timezone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura',
): Template {
  const file = join(folder, `${timezone.replace('/', '-')}.sqlite`);
  const store = openStore(file);
  const clock = movableClock('2026-11-24T08:00+07:00');
  const settings = { ...smallHall.settings, keepTicketsMonths: 1 };
  importConfiguration(store, { ...smallHall, site: { ...smallHall.site, timezone }, settings }, clock.now());
  const hall = keepHall(store);
  const time = new HallTime({
    ...{ machine: clock.machine, store, timezone: () => timezone, log: createLog('silent') },
  });
  const actionRunner = createActionRunner({ store, clock: time, hall });
  const add = (username: string, role: 'admin' | 'supervisor'): UserActor => {
    const { lastId: userId } = store.write((transaction) =>
      transaction.run(
        query.insertInto('users').values({
          ...{ username, displayName: username, role, passwordHash: '' },
          ...{ counterIdsJson: null, institutionsJson: '[]', wholeHall: 1, createdAt: clock.now() },
        }),
      ),
    );
    return { kind: 'user', userId, role, counterIds: null };
  };
  add('admin', 'admin');
  const officers = [1, 2, 4].map((number) => {
    const officer = add(`officer-${number}`, 'supervisor');
    const desk = [...hall().desk.values()].find((each) => each.number === number);
    actionRunner.perform(officer, null, (context) => ({
      status: 200,
      body: takeDesk(context, { deskId: desk?.id ?? 0 }) ?? null,
    }));
    return officer;
  });
  store.close();
  return { file, officers };
}

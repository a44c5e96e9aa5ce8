import fc from 'fast-check';
import { expect } from 'vitest';
import { epochDayOf } from '../../../electron/queue/local-day';
import { formatNumber } from '../../../electron/queue/number';
import { query } from '../../../electron/store/store';
import { dayOf, little } from './clock-model';
import type { HallModel } from './hall-model';
import type { ModelTicket } from './model-parts';
import { type Halls, openDesks } from './verbs';

type Act = fc.Arbitrary<fc.Command<HallModel, Halls>>;

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;

const act = (
  name: string,
  check: (model: Readonly<HallModel>) => boolean,
  run: (model: HallModel, halls: Halls) => void,
): fc.Command<HallModel, Halls> => ({
  check,
  run: (model, halls) => {
    run(model, halls);
    // What the hall does of itself at least every minute.
    halls.real.minute();
    model.minute();
    halls.compare(model);
  },
  toString: () => name,
});

function count({ seen }: Halls, what: string): void {
  seen.set(`${what} done`, (seen.get(`${what} done`) ?? 0) + 1);
}

function jump(model: HallModel, halls: Halls, by: number): void {
  halls.real.clock.jump({ milliseconds: by });
  model.clock.jump(by);
  const { standing } = model.clock;
  count(halls, 'clock jumps');
  count(halls, standing === 'followed' ? 'clock corrected' : `clock ${standing}`);
}

const size = fc.oneof(
  fc.integer({ min: 1, max: 9 * minute }),
  fc.integer({ min: 11 * minute, max: day }),
  fc.constantFrom(3 * 60 * minute, day, 7 * day, year, 10 * year),
  fc.integer({ min: day, max: 10 * year }),
);
const distance = fc.tuple(size, fc.constantFrom(1, -1)).map(([by, sign]) => by * sign);

/** Whether an admin's wrong word let the hall live in another time than the true one. */
const isAstray = ({ clock }: Readonly<HallModel>) => Math.abs(clock.hall - clock.truth) > little;

/** Somebody sets the clock anyhow; it stays so until something else happens. */
const setWrong: Act = distance.map((by) =>
  act(
    `the clock jumps by ${by} ms`,
    () => true,
    (model, halls) => jump(model, halls, by),
  ),
);

const setRight: Act = fc.constant(
  act(
    'the clock is put right',
    ({ clock }) => clock.computer !== clock.truth,
    (model, halls) => jump(model, halls, model.clock.truth - model.clock.computer),
  ),
);

const switchOff: Act = fc
  .record({
    off: fc.integer({ min: minute, max: 3 * 60 * minute }),
    by: fc.constantFrom(0, 0, 0, -16 * year, 2 * year),
  })
  .map(({ off, by }) =>
    act(
      `the machine is off for ${off} ms, and its clock jumps by ${by} ms`,
      // Of two unknown times the hall tells nothing; a clock that is wrong already isn't moved again.
      ({ clock }) => clock.standing === 'followed' || (clock.standing === 'held' && by === 0),
      (model, halls) => {
        const { real } = halls;
        real.time.keep();
        real.clock.advance({ milliseconds: off });
        real.clock.switchOn();
        real.clock.jump({ milliseconds: by });
        real.restart();
        model.clock.off(off, by);
        count(halls, 'machine off');
        if (model.clock.standing === 'unknown') count(halls, 'clock unknown');
      },
    ),
  );

/** An admin's word, wrong or right. Once wrong, it is only given again when the clock is right. */
const confirm: Act = fc.constant(
  act(
    'an admin says that the clock is right',
    (model) =>
      model.clock.standing === 'held' && (!isAstray(model) || model.clock.computer === model.clock.truth),
    (model, halls) => {
      confirmClock(model, halls);
      halls.real.minute();
      model.minute();
      // Another date, another morning.
      if (model.desks.every(({ user }) => user === null)) openDesks(model, halls);
    },
  ),
);

function confirmClock(model: HallModel, halls: Halls): void {
  const { clock } = model;
  const toDay = dayOf(clock.computer);
  const { ahead } = clock;
  const clashes = clashing(model, toDay, ahead);
  const refused = halls.real.confirmClock();
  expect(refused, `clashing: ${clashes.map(({ number }) => number).join(', ')}`).toBe(
    clashes.length > 0 ? 'in_use' : null,
  );
  count(halls, refused === null ? 'word' : 'refused word');
  if (refused !== null) return;
  clock.confirm();
  if (model.newestNumbered > toDay) {
    count(halls, 'lead back');
    leadBack(model, halls, toDay, Math.max(0, ahead));
  }
}

const alive = ['printing', 'waiting', 'called', 'serving', 'held'];

/** Of whoever is in the hall with a number that the true date had given too: nobody's paper is printed anew. */
function clashing(model: HallModel, toDay: number, ahead: number): ModelTicket[] {
  const taken = new Set(model.tickets.filter((each) => each.day === toDay).map((each) => each.number));
  const wrong = model.tickets.filter((each) => each.day > toDay && alive.includes(each.status));
  return wrong.filter((each) => {
    if (trueDay(model, each, toDay, ahead) !== toDay) return false;
    if (taken.has(each.number)) return true;
    taken.add(each.number);
    return false;
  });
}

/** The day on which a ticket of a later date was given, never before the last that was rightly dated. */
function trueDay(model: HallModel, ticket: ModelTicket, toDay: number, ahead: number): number {
  const { computer } = model.clock;
  const rightly = model.tickets.filter((each) => each.day <= toDay).map((each) => each.day);
  const earliest = rightly.length > 0 ? Math.max(...rightly) : toDay - 366;
  const { issued } = ticket;
  const moment = issued > computer + little ? issued - ahead : issued;
  return Math.max(earliest, dayOf(Math.min(computer, moment)));
}

/** Checks what a leading back must come to, and takes over the numbers that it chose for those who have left. */
function leadBack(model: HallModel, { real }: Halls, toDay: number, ahead: number): void {
  const led = real.store.all(
    query.selectFrom('tickets').select(['id', 'businessDate', 'prefix', 'sequence']).orderBy('id'),
  );
  const foretold = model.tickets.map((each) =>
    each.day > toDay ? trueDay(model, each, toDay, ahead) : each.day,
  );
  const days = led.map(({ businessDate }) => epochDayOf(businessDate));
  expect(days).toEqual(foretold);
  model.putStampsBack(toDay, ahead);
  for (const [at, ticket] of model.tickets.entries()) {
    const row = led[at];
    if (!row) throw new Error(`ticket ${ticket.id} is lost`);
    const number = formatNumber(row.prefix, row.sequence);
    if (ticket.day <= toDay || alive.includes(ticket.status)) expect(number).toBe(ticket.number);
    ticket.number = number;
    ticket.day = foretold[at] ?? ticket.day;
  }
  const once = model.tickets.map((each) => `${each.day} ${each.number}`);
  expect(new Set(once).size).toBe(once.length);
  const lines = real.store.all(query.selectFrom('number_sequences').selectAll());
  model.numbers.clear();
  for (const { businessDate, prefix, lastNumber } of lines) {
    model.numbers.set(`${epochDayOf(businessDate)} ${prefix}`, lastNumber);
  }
  for (const { businessDate, prefix, sequence } of led) {
    const last = model.numbers.get(`${epochDayOf(businessDate)} ${prefix}`) ?? 0;
    expect(last).toBeGreaterThanOrEqual(sequence);
  }
  model.newestNumbered = Math.max(0, ...lines.map(({ businessDate }) => epochDayOf(businessDate)));
  expect(model.newestNumbered).toBeLessThanOrEqual(toDay);
}

/** Whatever was done to the clock: once it is right, and an admin said so where it is asked, the hall is in the true day. */
export function putRight(model: HallModel, halls: Halls): void {
  const { clock } = model;
  if (clock.computer !== clock.truth) jump(model, halls, clock.truth - clock.computer);
  if (clock.standing === 'held') confirmClock(model, halls);
  halls.real.minute();
  model.minute();
  halls.compare(model);
  if (clock.standing === 'followed') expect(clock.hall).toBe(clock.truth);
}

/** What happens to the clock. */
export const clockActs: Act[] = [setWrong, setWrong, setRight, setRight, switchOff, confirm, confirm];

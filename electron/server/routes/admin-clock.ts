import { confirmClock } from '../../actions/days/confirm-clock';
import { findLeadBack } from '../../actions/days/lead-back';
import type { ClockState } from '../../contract/admin-clock';
import type { RouteName } from '../../contract/routes';
import { formatEpochDay, localEpochDay } from '../../queue/local-day';
import { localInstant, localInstantOrNull } from '../../queue/local-instant';
import { formatNumber } from '../../queue/number';
import { businessDateAt } from '../../store/business-date';
import { aliveBefore } from '../../store/wrong-dates';
import type { ViewContext } from '../../views/view-context';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

/** So many numbers are named; who finds these has found the rest. */
const clashesNamed = 20;

/** Whether the computer's clock is believed, and an admin's word about it. */
export function adminClockRoutes({ clock }: Pick<ServerParts, 'clock'>) {
  return {
    adminClock: ({ look }) => ({ status: 200, body: stateOfClock(clock, look()) }),
    confirmClock: ({ act, body, look }) => {
      const before = stateOfClock(clock, look());
      const isMeasured = before.doubt === 'held';
      const ahead =
        before.doubt === 'held' || before.doubt === 'unknown' ? clock.now() - clock.computer() : 0;
      return clock.follow(() =>
        act((context) => {
          const { transaction, hall, now } = context;
          confirmClock(context, { date: body.date, ahead, isMeasured, kept: clock.kept() });
          const businessDate = businessDateAt(transaction, now, hall.settings.timezone);
          const after = stateOfClock(clock, { reader: transaction, hall, now, businessDate });
          return { status: 200, body: after, edit: { subject: 'clock', before, after } };
        }),
      );
    },
  } satisfies Partial<Handlers<RouteName>>;
}

/** The clock as admins see it; `doubt` as its finding names it. */
export function stateOfClock(
  clock: ServerParts['clock'],
  { reader, hall, now, businessDate }: ViewContext,
): ClockState {
  const { timezone } = hall.settings;
  const doubted = clock.doubt();
  const isFollowed = doubted === null || doubted.kind === 'others';
  const computer = clock.computer();
  // What would be the hall's time, were the computer's believed.
  const then = isFollowed ? now : computer;
  const date = formatEpochDay(localEpochDay(then, timezone));
  const back = findLeadBack(reader, hall, then, doubted?.kind === 'held' ? Math.max(0, now - computer) : 0);
  const isAhead = businessDate > formatEpochDay(localEpochDay(now, timezone));
  return {
    doubt: doubted?.kind ?? (isAhead ? 'ahead' : null),
    computer: localInstant(computer, timezone),
    hall: localInstant(now, timezone),
    hallDate: businessDate,
    others: localInstantOrNull(doubted?.others ?? null, timezone),
    synchronised: doubted?.synchronised ?? null,
    confirming: {
      date,
      tickets: back?.tickets ?? 0,
      waiting: back?.waiting ?? 0,
      renumbered: back?.renumbered ?? 0,
      clashing: (back?.clashing ?? [])
        .slice(0, clashesNamed)
        .map(({ prefix, sequence }) => formatNumber(prefix, sequence)),
      dates: [...(back?.dates ?? [])],
      ends: date > businessDate ? aliveBefore(reader, date) : 0,
    },
  };
}

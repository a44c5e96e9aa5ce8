import type { HallSnapshot } from '../../contract/centre/snapshot';
import { localInstant } from '../../queue/local-instant';
import { paperNow } from '../../store/journal/configuration-entries';
import { desksOf, longestWaitOf } from '../line';
import { menuView } from '../menu-view';
import type { ViewContext } from '../view-context';

/** How the hall is at this moment, for the centre of several halls: nothing of any visitor. */
export function centreSnapshotView(
  context: ViewContext,
  machine: Pick<HallSnapshot, 'version' | 'copies' | 'clockIsSure' | 'documents'>,
): HallSnapshot {
  const { hall, now, businessDate, reader } = context;
  const menu = new Map(menuView(context).map((counter) => [Number(counter.id), counter]));
  const desks = desksOf(context);
  const counters = hall.counters.flatMap((counter) => {
    const shown = menu.get(counter.id);
    if (!shown) return [];
    const sinces = counter.services.flatMap(({ id }) => longestWaitOf(context, id) ?? []);
    const estimates = shown.services.flatMap(({ estimate }) => estimate ?? []);
    return [
      {
        id: counter.id,
        state: shown.state,
        isOpen: shown.status === 'open',
        waiting: shown.waiting,
        desks: counter.desks.filter(({ id }) => {
          const desk = desks.get(id);
          return desk?.user != null && desk.pause === null;
        }).length,
        longestWait: sinces.length === 0 ? null : minutesSince(Math.min(...sinces), now),
        estimate: estimates.sort((one, other) => one.low - other.low)[0] ?? null,
        opensAt: shown.opensAt,
        agency: counter.agency,
      },
    ];
  });
  const waits = counters.flatMap(({ longestWait }) => longestWait ?? []);
  const open = counters.filter(({ isOpen }) => isOpen).length;
  return {
    format: 1,
    at: localInstant(now, hall.settings.timezone),
    date: businessDate,
    practice: hall.settings.practice,
    open: open > 0,
    openCounters: open,
    counters: counters.map(({ agency: _agency, isOpen: _isOpen, ...told }) => told),
    waiting: counters.reduce((sum, { waiting }) => sum + waiting, 0),
    longestWait: waits.length === 0 ? null : Math.max(...waits),
    absentAgencies: [
      ...new Set(counters.flatMap(({ state, agency }) => (state === 'absent' ? [agency] : []))),
    ],
    paper: paperNow(reader),
    ...machine,
  };
}

function minutesSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / 60_000));
}

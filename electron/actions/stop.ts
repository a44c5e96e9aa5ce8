import type { Stop, StopRequest } from '../contract/stop';
import { Refusal } from '../queue/refusal';
import { writeSettings } from '../store/settings';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { requireCounter, requireSupervisor, requireWholeHall } from './desk/standing';
import { laterInstant } from './later-instant';

/** What can be stopped by hand. */
export type Stoppable =
  | { readonly kind: 'hall' }
  | { readonly kind: 'counter' | 'service'; readonly id: number };

/** What was stopped or opened again, for the history: reasons as visitors read them, ends in milliseconds. */
interface StopEdit {
  readonly subject: 'hall' | `${'counter' | 'service'}:${number}`;
  readonly before: NotedStop;
  readonly after: NotedStop;
}
interface NotedStop {
  readonly paused: boolean;
  readonly reason?: Stop['reason'];
  readonly until?: number;
}

const year = 366 * 24 * 3_600_000;

/**
 * Stops the hall, a counter or a service by hand, or says anew why and until when: meanwhile it gives no numbers; those who
 * wait can still be called. It goes on only by `resume`, whatever end was expected. Stopped again without a word, nothing
 * changes; else answers what did. Refuses `forbidden` to anybody but a supervisor or admin, `not_found`, `not_your_counter`,
 * `whole_hall_only`, and `invalid_request` for an end that is over.
 */
export function stop(context: ActionContext, what: Stoppable, said: StopRequest = {}): StopEdit | undefined {
  const before = standingOf(context, what);
  const until = laterInstant(said.until ?? null, context.now, year);
  if (before.paused && said.reason === undefined && said.until === undefined) return undefined;
  const since = before.stop?.since ?? context.now;
  return write(context, what, before, { paused: true, stop: { since, until, reason: said.reason ?? null } });
}

/** Ends a stop by hand, likewise; nothing changes where there is none. Refuses as `stop`. */
export function resume(context: ActionContext, what: Stoppable): StopEdit | undefined {
  const before = standingOf(context, what);
  return before.paused ? write(context, what, before, { paused: false, stop: null }) : undefined;
}

interface Standing {
  readonly paused: boolean;
  readonly stop: Stop | null;
}

function standingOf(context: ActionContext, what: Stoppable): Standing {
  const user = requireSupervisor(context);
  const { hall } = context;
  if (what.kind === 'hall') {
    requireWholeHall(user);
    return { paused: hall.settings.hallStop !== null, stop: hall.settings.hallStop };
  }
  const found = hall[what.kind].get(what.id);
  if (!found) throw new Refusal('not_found');
  requireCounter(user, 'counterId' in found ? found.counterId : found.id);
  return found;
}

function write(context: ActionContext, what: Stoppable, before: Standing, after: Standing): StopEdit {
  const { transaction } = context;
  if (what.kind === 'hall') writeSettings(transaction, { hallStop: after.stop });
  else {
    transaction.run(
      query
        .updateTable(what.kind === 'counter' ? 'counters' : 'services')
        .set((row) => ({
          paused: after.paused ? 1 : 0,
          stopJson: after.stop && JSON.stringify(after.stop),
          version: row('version', '+', 1),
        }))
        .where('id', '=', what.id),
    );
  }
  transaction.announce({ kind: 'stop', counterId: counterIdOf(context, what) });
  const subject = what.kind === 'hall' ? 'hall' : (`${what.kind}:${what.id}` as const);
  return { subject, before: noted(before), after: noted(after) };
}

function counterIdOf({ hall }: ActionContext, what: Stoppable): number | null {
  if (what.kind === 'hall') return null;
  return what.kind === 'counter' ? what.id : (hall.service.get(what.id)?.counterId ?? null);
}

function noted({ paused, stop: said }: Standing): NotedStop {
  return {
    paused,
    ...(said?.reason ? { reason: said.reason } : {}),
    ...(said?.until ? { until: said.until } : {}),
  };
}

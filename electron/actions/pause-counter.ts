import { Refusal } from '../queue/refusal';
import { query } from '../store/store';
import type { ActionContext } from './action';

/**
 * Closes a counter by hand, or opens it again: while closed the kiosk shows it as paused and gives no numbers;
 * those who wait can still be called. Asked for what it already is, it changes nothing. Answers the counter's id.
 * Throws `Refusal`: `forbidden` for anybody but a supervisor or admin, `not_found` for a counter that isn't there.
 */
export function pauseCounter(
  context: ActionContext,
  input: { readonly counterId: number; readonly paused: boolean },
): { readonly counterId: number } {
  const { actor, hall, now, transaction } = context;
  if (actor.kind !== 'user' || actor.role === 'staff') throw new Refusal('forbidden');
  const counter = hall.counter.get(input.counterId);
  if (!counter) throw new Refusal('not_found');
  if (counter.paused === input.paused) return { counterId: counter.id };

  transaction.run(
    query
      .updateTable('counters')
      .set((row) => ({ paused: input.paused ? 1 : 0, version: row('version', '+', 1) }))
      .where('id', '=', counter.id),
  );
  transaction.run(
    query.insertInto('audit').values({
      at: now,
      userId: actor.userId,
      actor: `user:${actor.userId}`,
      action: input.paused ? 'counter_paused' : 'counter_resumed',
      subject: `counter:${counter.id}`,
      beforeJson: JSON.stringify({ paused: counter.paused }),
      afterJson: JSON.stringify({ paused: input.paused }),
    }),
  );
  transaction.announce({ kind: 'configuration' });
  return { counterId: counter.id };
}

import type { HoursChange, NewHours } from '../../contract/admin-hall';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { requireScope } from './scope';

/**
 * Gives a counter or service weekly hours of its own; returns their id. Refuses `already_exists` where it has some,
 * `invalid_request` for a scope that isn't there.
 */
export function makeHours(context: ActionContext, hours: NewHours): number {
  const { transaction } = context;
  requireScope(context, hours.scope);
  const taken = transaction.first(query.selectFrom('hours').select('id').where('scope', '=', hours.scope));
  if (taken) throw new Refusal('already_exists');
  const { lastId } = transaction.run(
    query.insertInto('hours').values({
      scope: hours.scope,
      weekJson: JSON.stringify(hours.week),
      lastTicketMinutesBefore: hours.lastTicketMinutesBefore,
    }),
  );
  transaction.announce({ kind: 'configuration' });
  return lastId;
}

/** Changes what is given of weekly hours. Refuses `not_found`. */
export function changeHours({ transaction }: ActionContext, hoursId: number, change: HoursChange): void {
  const row = transaction.first(query.selectFrom('hours').selectAll().where('id', '=', hoursId));
  if (!row) throw new Refusal('not_found');
  transaction.run(
    query
      .updateTable('hours')
      .set({
        weekJson: change.week ? JSON.stringify(change.week) : row.weekJson,
        lastTicketMinutesBefore: change.lastTicketMinutesBefore ?? row.lastTicketMinutesBefore,
        version: row.version + 1,
      })
      .where('id', '=', hoursId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** Removes hours, so that the wider ones apply again. Refuses `not_found`, and `in_use` for the hall's own. */
export function removeHours({ transaction }: ActionContext, hoursId: number): void {
  const row = transaction.first(query.selectFrom('hours').select('scope').where('id', '=', hoursId));
  if (!row) throw new Refusal('not_found');
  if (row.scope === 'hall') {
    const fault = fieldFault('hall_hours');
    throw new Refusal('in_use', { errors: [{ path: 'scope', fault }] });
  }
  transaction.run(query.deleteFrom('hours').where('id', '=', hoursId));
  transaction.announce({ kind: 'configuration' });
}

import { DateTime } from 'luxon';
import type { ClosureChange, NewClosure } from '../../contract/admin-hall';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { type FieldFaultCode, fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { requireScope } from './scope';

/** Closes for some days, or sets other hours for them; returns the id. Refuses `invalid_request`. */
export function makeClosure(context: ActionContext, closure: NewClosure): number {
  requireScope(context, closure.scope);
  requireDays(context, closure);
  const { lastId } = context.transaction.run(query.insertInto('closures').values(columns(closure)));
  context.transaction.announce({ kind: 'configuration' });
  return lastId;
}

/** Changes what is given of a closure. Refuses `not_found`, `invalid_request`. */
export function changeClosure(context: ActionContext, closureId: number, change: ClosureChange): void {
  const { transaction } = context;
  const row = transaction.first(query.selectFrom('closures').selectAll().where('id', '=', closureId));
  if (!row) throw new Refusal('not_found');
  if (change.scope !== undefined) requireScope(context, change.scope);
  const days = { from: change.from ?? row.fromDate, to: change.to === undefined ? row.toDate : change.to };
  requireDays(context, days);
  transaction.run(
    query
      .updateTable('closures')
      .set({
        scope: change.scope ?? row.scope,
        fromDate: days.from,
        toDate: days.to,
        reasonJson: change.reason ? JSON.stringify(change.reason) : row.reasonJson,
        weekJson: change.week === undefined ? row.weekJson : change.week && JSON.stringify(change.week),
        version: row.version + 1,
      })
      .where('id', '=', closureId),
  );
  transaction.announce({ kind: 'configuration' });
}

/** Removes a closure. Refuses `not_found`. */
export function removeClosure({ transaction }: ActionContext, closureId: number): void {
  const { changes } = transaction.run(query.deleteFrom('closures').where('id', '=', closureId));
  if (changes === 0) throw new Refusal('not_found');
  transaction.announce({ kind: 'configuration' });
}

function columns(closure: NewClosure) {
  return {
    scope: closure.scope,
    fromDate: closure.from,
    toDate: closure.to,
    reasonJson: JSON.stringify(closure.reason),
    weekJson: closure.week && JSON.stringify(closure.week),
  };
}

/** Nobody plans further ahead; what has no known end is closed until further notice. */
const furthestYears = 5;

/** Returns the last date on which something can be closed by a closure that is made now: `2031-11-24`. */
export function furthestClosure({ now, hall }: Pick<ActionContext, 'now' | 'hall'>): string {
  return DateTime.fromMillis(now, { zone: hall.settings.timezone })
    .plus({ years: furthestYears })
    .toFormat('yyyy-MM-dd');
}

function requireDays(
  { now, hall }: ActionContext,
  { from, to }: { readonly from: string; readonly to: string | null },
): void {
  if (to !== null && to < from) throw refused('to', 'ends_before_begin');
  const furthest = furthestClosure({ now, hall });
  const tooFar = 'five_years_from_today';
  if (from > furthest) throw refused('from', tooFar);
  if (to !== null && to > furthest) throw refused('to', tooFar);
}

function refused(path: string, code: FieldFaultCode): Refusal {
  return new Refusal('invalid_request', { errors: [{ path, fault: fieldFault(code) }] });
}

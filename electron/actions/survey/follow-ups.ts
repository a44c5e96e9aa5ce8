import type { FollowUpChange, NewFollowUp } from '../../contract/follow-up';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { type FieldFaultCode, fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { forgetFilesOf } from '../files/kept-files';

/**
 * Resolves to do something about a survey's result; returns the id. When its report was handed in is taken from
 * what follows the same report already. Refuses `invalid_request`.
 */
export function makeFollowUp({ transaction, businessDate }: ActionContext, wanted: NewFollowUp): number {
  const { from, to } = wanted;
  if (to < from) throw refused('to', 'ends_before_begin');
  const before = transaction.first(
    query
      .selectFrom('follow_ups')
      .select('reportedDate')
      .where('fromDate', '=', from)
      .where('toDate', '=', to)
      .limit(1),
  );
  const reportedDate = before?.reportedDate ?? wanted.reportedOn;
  requireDates({ to, reportedDate, doneDate: null, businessDate });
  return transaction.run(
    query.insertInto('follow_ups').values({
      fromDate: from,
      toDate: to,
      reportedDate,
      element: wanted.element,
      action: wanted.action,
      owner: wanted.owner,
      dueDate: wanted.dueOn,
      doneDate: null,
      proof: null,
    }),
  ).lastId;
}

/**
 * Changes what is given of it; a day on which the report was handed in holds for all that follows that report. Refuses `not_found`, and
 * `invalid_request` where it would be done without a proof, or on a day that has not come.
 */
export function changeFollowUp(
  { transaction, businessDate }: ActionContext,
  followUpId: number,
  change: FollowUpChange,
): void {
  const row = transaction.first(query.selectFrom('follow_ups').selectAll().where('id', '=', followUpId));
  if (!row) throw new Refusal('not_found');
  const reportedDate = change.reportedOn ?? row.reportedDate;
  const doneDate = change.doneOn === undefined ? row.doneDate : change.doneOn;
  const proof = doneDate === null ? null : change.proof === undefined ? row.proof : change.proof;
  requireDates({ to: row.toDate, reportedDate, doneDate, businessDate });
  if (doneDate !== null && proof === null) throw refused('proof', 'follow_up_proof');
  transaction.run(
    query
      .updateTable('follow_ups')
      .set({
        element: change.element === undefined ? row.element : change.element,
        action: change.action ?? row.action,
        owner: change.owner ?? row.owner,
        dueDate: change.dueOn ?? row.dueDate,
        doneDate,
        proof,
        version: row.version + 1,
      })
      .where('id', '=', followUpId),
  );
  // It may be one that everybody reads of.
  transaction.announce({ kind: 'configuration' });
  if (reportedDate === row.reportedDate) return;
  transaction.run(
    query
      .updateTable('follow_ups')
      .set({ reportedDate })
      .where('fromDate', '=', row.fromDate)
      .where('toDate', '=', row.toDate),
  );
}

/** Takes it back. Refuses `not_found`. */
export function removeFollowUp({ transaction }: ActionContext, followUpId: number): void {
  const { changes } = transaction.run(query.deleteFrom('follow_ups').where('id', '=', followUpId));
  if (changes === 0) throw new Refusal('not_found');
  transaction.announce({ kind: 'configuration' });
  forgetFilesOf(transaction, { ownerKind: 'follow_up', ownerId: String(followUpId) });
}

/** A report is handed in after its period, and neither that nor what was done about it lies in the future. */
function requireDates({
  to,
  reportedDate,
  doneDate,
  businessDate,
}: {
  readonly to: string;
  readonly reportedDate: string;
  readonly doneDate: string | null;
  readonly businessDate: string;
}): void {
  if (reportedDate < to) throw refused('reportedOn', 'reported_before_end');
  if (reportedDate > businessDate) throw refused('reportedOn', 'day_to_come');
  if (doneDate !== null && doneDate > businessDate) throw refused('doneOn', 'day_to_come');
}

function refused(path: string, code: FieldFaultCode): Refusal {
  return new Refusal('invalid_request', { errors: [{ path, fault: fieldFault(code) }] });
}

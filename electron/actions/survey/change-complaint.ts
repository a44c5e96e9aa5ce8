import type { ComplaintChange } from '../../contract/survey';
import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import { holidaysOf } from '../../store/survey';
import { complaintDeadline } from '../../survey/complaint-deadline';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * Answers a suggestion or complaint, changes its state, notes its number at SP4N-LAPOR! and how far it is there, or says of what kind it is; the
 * deadline is then counted again from the day it came. Refuses `not_found`, and `invalid_request` where it would be answered or forwarded without a word
 * to whoever asks for it, or has another one's number there.
 */
export function changeComplaint(
  { transaction, businessDate, hall }: ActionContext,
  input: { readonly code: string; readonly change: ComplaintChange },
): void {
  const { code, change } = input;
  const row = transaction.first(query.selectFrom('complaints').selectAll().where('code', '=', code));
  if (!row) throw new Refusal('not_found');
  const kind = change.kind ?? row.kind;
  const status = change.status ?? row.status;
  const answer = change.answer === undefined ? row.answer : change.answer;
  const sp4nNumber = change.sp4nNumber === undefined ? row.sp4nNumber : change.sp4nNumber;
  const sp4nState =
    sp4nNumber === null
      ? null
      : ((change.sp4nState === undefined ? row.sp4nState : change.sp4nState) ?? 'waiting');
  const isClosed = status === 'answered' || status === 'forwarded';
  if (isClosed && answer === null) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'answer', fault: fieldFault('complaint_answer') }],
    });
  }
  if (sp4nNumber !== null && sp4nNumber !== row.sp4nNumber) refuseIfTaken(transaction, code, sp4nNumber);
  transaction.run(
    query
      .updateTable('complaints')
      .set({
        kind,
        status,
        answer,
        sp4nNumber,
        sp4nState,
        dueDate:
          kind === row.kind ? row.dueDate : complaintDeadline(row.businessDate, kind, holidaysOf(hall)),
        answeredDate: isClosed ? (row.answeredDate ?? businessDate) : null,
        version: row.version + 1,
      })
      .where('code', '=', code),
  );
}

/**
 * One complaint there is one here, or it would be counted twice: `#8213907` and `8213907` are the same. Which one has it is
 * not said: its code lets anybody read it, and it may be another institution's.
 */
function refuseIfTaken(transaction: Transaction, code: string, number: string): void {
  const bare = (text: string) => text.replace(/[^0-9A-Za-z]/g, '').toLowerCase();
  const passedOn = transaction.all(
    query.selectFrom('complaints').select(['code', 'sp4nNumber']).where('sp4nNumber', 'is not', null),
  );
  if (!passedOn.some((each) => each.code !== code && bare(each.sp4nNumber ?? '') === bare(number))) return;
  throw new Refusal('invalid_request', {
    errors: [{ path: 'sp4nNumber', fault: fieldFault('sp4n_number_taken') }],
  });
}

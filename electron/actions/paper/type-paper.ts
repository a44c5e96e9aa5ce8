import { type NewPaperBlock, paperDaysBack } from '../../contract/admin-paper';
import { epochDayOf } from '../../queue/local-day';
import { Refusal } from '../../queue/refusal';
import { beginStep } from '../../store/closing-steps';
import { readPaperBlocks } from '../../store/paper-blocks';
import { query } from '../../store/store';
import { type FieldFaultCode, fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * Adds numbers that were given on paper to the figures of their date; returns the block's id. Refuses `invalid_request`: a service
 * that isn't there, a date to come or long ago, numbers or times that contradict each other, and numbers that were typed in already.
 */
export function typePaper(context: ActionContext, block: NewPaperBlock): number {
  const { transaction, hall, now, businessDate, actor } = context;
  const { date, from, to, served, noShow, firstAt, lastAt } = block;
  const service = hall.service.get(Number(block.serviceId));
  if (!service) throw refused('serviceId', 'no_service_id', { id: block.serviceId });
  const age = epochDayOf(businessDate) - epochDayOf(date);
  if (age < 0) throw refused('date', 'paper_date_to_come');
  if (age > paperDaysBack) throw refused('date', 'paper_date_long_ago', { days: paperDaysBack });
  if (to < from) throw refused('to', 'paper_to_before_from');
  if (served + noShow > to - from + 1)
    throw refused('served', 'paper_more_than_numbers', { count: to - from + 1 });
  if (lastAt < firstAt) throw refused('lastAt', 'ends_before_begin');
  const clash = readPaperBlocks(transaction, { from: date, to: date }).find(
    (each) => each.counterId === service.counterId && each.fromNumber <= to && each.toNumber >= from,
  );
  if (clash) throw refused('from', 'paper_typed_already', { from: clash.fromNumber, to: clash.toNumber });
  const { lastId } = transaction.run(
    query.insertInto('paper_blocks').values({
      businessDate: date,
      serviceId: service.id,
      fromNumber: from,
      toNumber: to,
      served,
      noShow,
      firstAt,
      lastAt,
      typedBy: actor.kind === 'user' ? actor.userId : null,
      typedAt: now,
    }),
  );
  reportAnew(context, date);
  return lastId;
}

/** Takes a block out of the figures again. Refuses `not_found`. */
export function removePaper(context: ActionContext, blockId: number): void {
  const { transaction } = context;
  const row = transaction.first(
    query.selectFrom('paper_blocks').select('businessDate').where('id', '=', blockId),
  );
  if (!row) throw new Refusal('not_found');
  transaction.run(query.deleteFrom('paper_blocks').where('id', '=', blockId));
  reportAnew(context, row.businessDate);
}

/** A date that is over has its report's file saved once more. */
function reportAnew({ transaction, businessDate }: ActionContext, date: string): void {
  if (date < businessDate) beginStep(transaction, date, 'save');
}

function refused(path: string, code: FieldFaultCode, values: Record<string, string | number> = {}): Refusal {
  return new Refusal('invalid_request', { errors: [{ path, fault: fieldFault(code, values) }] });
}

import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';

/** Throws `Refusal('already_exists')` where two desks of the hall have the same number. */
export function requireDeskNumbersApart(transaction: Transaction): void {
  const twice = transaction.first(
    query
      .selectFrom('desks')
      .select('number')
      .where('archivedAt', 'is', null)
      .groupBy('number')
      .having((group) => group.fn.countAll(), '>', 1),
  );
  if (twice) {
    throw new Refusal('already_exists', {
      errors: [{ path: 'number', fault: fieldFault('desk_exists', { number: twice.number }) }],
    });
  }
}

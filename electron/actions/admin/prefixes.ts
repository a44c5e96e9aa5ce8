import { Refusal } from '../../queue/refusal';
import { query, type Transaction } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';

/**
 * Throws `Refusal('already_exists')` where, after a change, two counters have the same code or give numbers under the
 * same prefix: then two visitors would hold the same number. `path` is the field that was changed.
 */
export function requirePrefixesApart(transaction: Transaction, path: 'code' | 'prefix' | 'archived'): void {
  const counters = transaction.all(
    query.selectFrom('counters').select(['id', 'code']).where('archivedAt', 'is', null).orderBy('id'),
  );
  const services = transaction.all(
    query
      .selectFrom('services')
      .select(['counterId', 'prefix'])
      .where('archivedAt', 'is', null)
      .orderBy('id'),
  );
  const owner = new Map<string, { readonly id: number; readonly code: string }>();
  const claim = (prefix: string, counter: { readonly id: number; readonly code: string }) => {
    const other = owner.get(prefix);
    if (other && other.id !== counter.id) {
      throw new Refusal('already_exists', {
        errors: [
          {
            path,
            message: fieldFault('{prefix} belongs to counter {counter} already', {
              prefix,
              counter: other.code,
            }),
          },
        ],
      });
    }
    owner.set(prefix, counter);
  };
  for (const counter of counters) claim(counter.code, counter);
  for (const counter of counters) {
    for (const { counterId, prefix } of services) {
      if (counterId === counter.id && prefix !== null) claim(prefix, counter);
    }
  }
}

/** Throws `Refusal('already_exists')` where a counter of the hall has this code already. */
export function requireCodeFree(transaction: Transaction, code: string, besides: number | null): void {
  const taken = transaction.first(
    query.selectFrom('counters').select('id').where('code', '=', code).where('archivedAt', 'is', null),
  );
  if (taken && taken.id !== besides) {
    throw new Refusal('already_exists', {
      errors: [{ path: 'code', message: fieldFault('there is a counter {code} already', { code }) }],
    });
  }
}

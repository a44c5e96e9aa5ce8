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
      .orderBy('counterId')
      .orderBy('id'),
  );
  const owner = new Map<string, { readonly id: number; readonly code: string }>();
  const claim = (prefix: string, counter: { readonly id: number; readonly code: string }) => {
    const other = owner.get(prefix);
    if (other && other.id !== counter.id) refusePrefix(prefix, other.code, path);
    owner.set(prefix, counter);
  };
  for (const counter of counters) claim(counter.code, counter);
  const byId = new Map(counters.map((counter) => [counter.id, counter]));
  for (const { counterId, prefix } of services) {
    const counter = byId.get(counterId);
    if (counter && prefix !== null) claim(prefix, counter);
  }
}

/**
 * Throws `Refusal('already_exists')` where another counter than a service's own gives numbers under this prefix; the same as
 * `requirePrefixesApart` where that held before, without reading the hall for each service of a large import.
 */
export function requirePrefixFree(transaction: Transaction, prefix: string, counterId: number): void {
  const other =
    transaction.first(
      query
        .selectFrom('counters')
        .select('code')
        .where('code', '=', prefix)
        .where('id', '!=', counterId)
        .where('archivedAt', 'is', null),
    ) ??
    transaction.first(
      query
        .selectFrom('services')
        .innerJoin('counters', 'counters.id', 'services.counterId')
        .select('code')
        .where('prefix', '=', prefix)
        .where('counterId', '!=', counterId)
        .where('services.archivedAt', 'is', null)
        .where('counters.archivedAt', 'is', null),
    );
  if (other) refusePrefix(prefix, other.code, 'prefix');
}

function refusePrefix(prefix: string, counter: string, path: string): never {
  const fault = fieldFault('prefix_taken', { prefix, counter });
  throw new Refusal('already_exists', { errors: [{ path, fault }] });
}

/** Throws `Refusal('already_exists')` where a counter of the hall has this code already. */
export function requireCodeFree(transaction: Transaction, code: string, besides: number | null): void {
  const taken = transaction.first(
    query.selectFrom('counters').select('id').where('code', '=', code).where('archivedAt', 'is', null),
  );
  if (taken && taken.id !== besides) {
    throw new Refusal('already_exists', {
      errors: [{ path: 'code', fault: fieldFault('counter_exists', { code }) }],
    });
  }
}

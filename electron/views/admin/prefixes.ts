import { query, type Reader } from '../../store/store';

/** The prefixes under which the hall gives numbers, archived counters and services left out. */
export function prefixesInUse(reader: Reader): ReadonlySet<string> {
  const rows = reader.all(
    query
      .selectFrom('counters')
      .leftJoin('services', (join) =>
        join.onRef('services.counterId', '=', 'counters.id').on('services.archivedAt', 'is', null),
      )
      .select(['counters.code', 'services.prefix'])
      .where('counters.archivedAt', 'is', null),
  );
  return new Set(rows.flatMap(({ code, prefix }) => (prefix === null ? [code] : [code, prefix])));
}

import type { PaperBlock } from '../../contract/admin-paper';
import { localInstant } from '../../queue/local-instant';
import { query } from '../../store/store';
import type { ViewContext } from '../view-context';

/** The blocks of paper numbers that were typed in, the newest first. */
export function listPaperBlocks({ reader, hall }: Pick<ViewContext, 'reader' | 'hall'>): PaperBlock[] {
  const rows = reader.all(
    query
      .selectFrom('paper_blocks')
      .innerJoin('services', 'services.id', 'paper_blocks.serviceId')
      .innerJoin('counters', 'counters.id', 'services.counterId')
      .leftJoin('users', 'users.id', 'paper_blocks.typedBy')
      .orderBy('paper_blocks.id', 'desc')
      .selectAll('paper_blocks')
      .select(['services.counterId', 'counters.code', 'users.displayName']),
  );
  return rows.map((row) => ({
    id: String(row.id),
    version: 1,
    date: row.businessDate,
    serviceId: String(row.serviceId),
    counterId: String(row.counterId),
    prefix: `${row.code}-D`,
    from: row.fromNumber,
    to: row.toNumber,
    served: row.served,
    noShow: row.noShow,
    firstAt: row.firstAt,
    lastAt: row.lastAt,
    typedBy: row.displayName,
    typedAt: localInstant(row.typedAt, hall.settings.timezone),
  }));
}

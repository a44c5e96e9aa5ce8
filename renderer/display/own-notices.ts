import type { Board, Notice } from '../../electron/contract/lobby';

/**
 * The notices of the hall and of those counters that a screen shows: people wait before it for nothing else. Standards of service
 * are many: what is news comes again before each service's.
 */
export function ownNotices(notices: readonly Notice[], { counters }: Pick<Board, 'counters'>): Notice[] {
  const own = notices.filter(
    ({ counterId }) => counterId === null || counters.some(({ id }) => id === counterId),
  );
  const news = own.filter(({ kind }) => kind !== 'standard');
  const standards = own.filter((notice) => notice.kind === 'standard');
  if (standards.length === 0) return news;
  return standards.flatMap((notice, at) => {
    const before = standards[at - 1];
    const isNext = before?.counterId === notice.counterId && before.service.id === notice.service.id;
    return isNext ? [notice] : [...news, notice];
  });
}

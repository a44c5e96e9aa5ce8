import type { Board, Notice } from '../../electron/contract/lobby';

/**
 * The notices of the hall and of those counters that a screen shows: people wait before it for nothing else. Results and standards
 * of service are many: a result and a service's standard take turns, and what is news comes again before each.
 */
export function ownNotices(notices: readonly Notice[], { counters }: Pick<Board, 'counters'>): Notice[] {
  const own = notices.filter(
    ({ counterId }) => counterId === null || counters.some(({ id }) => id === counterId),
  );
  const news = own.filter((notice) => groupOf(notice) === null);
  const results = grouped(own.filter(({ kind }) => kind !== 'standard'));
  const standards = grouped(own.filter(({ kind }) => kind === 'standard'));
  const rounds = Math.max(results.length, standards.length);
  if (rounds === 0) return news;
  return Array.from({ length: rounds }, (_, at) => [
    ...[results[at % results.length]].flatMap((result) => (result ? [...news, ...result] : [])),
    ...[standards[at % standards.length]].flatMap((standard) => (standard ? [...news, ...standard] : [])),
  ]).flat();
}

/** What belongs together and is told at once; null: it is news. */
function groupOf(notice: Notice): string | null {
  switch (notice.kind) {
    case 'standard':
      return `${notice.counterId} ${notice.service.id}`;
    case 'skm':
      return notice.kind;
    case 'answer':
      return String(notice.at);
    default:
      return null;
  }
}

function grouped(notices: readonly Notice[]): Notice[][] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const group = groupOf(notice);
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), notice]);
  }
  return [...groups.values()];
}

import type { Board, Notice } from '../../electron/contract/lobby';

/** The notices of the hall and of those counters that a screen shows: people wait before it for nothing else. */
export function ownNotices(notices: readonly Notice[], { counters }: Pick<Board, 'counters'>): Notice[] {
  return notices.filter(({ counterId }) => counterId === null || counters.some(({ id }) => id === counterId));
}

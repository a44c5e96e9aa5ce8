import type { Backup } from '../../../electron/contract/admin-backups';
import { useRoute } from '../../client/use-route';
import { useMayChange } from '../frame/user-context';

/** They are made each night, and by an admin's press. */
const askAgainMs = 60_000;

/** The copies of the database on this computer, the newest first, and when one last went elsewhere. */
export function useBackups(): {
  /** Undefined: not read yet, or not for this user. */
  readonly backups: readonly Backup[] | undefined;
  /** By a download or to the second place; null: never, undefined: not read yet. */
  readonly takenAt: string | null | undefined;
} {
  const mayChange = useMayChange();
  const backups = useRoute('backups', mayChange ? {} : null, { refetchInterval: askAgainMs });
  const taken = useRoute('audit', mayChange ? { query: { action: 'backupFile', limit: 1 } } : null, {
    refetchInterval: askAgainMs,
  });
  const second = useRoute('secondPlace', mayChange ? {} : null, { refetchInterval: askAgainMs });
  const moments = [taken.data?.entries[0]?.at, second.data?.last?.at].filter((at) => at !== undefined);
  return {
    backups: backups.data,
    takenAt: taken.data && second.data && (moments.sort(laterFirst)[0] ?? null),
  };
}

function laterFirst(one: string, other: string): number {
  return Date.parse(other) - Date.parse(one);
}

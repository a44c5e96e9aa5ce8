/** The database can't be replaced just now: it is being copied or checked. Trying again later helps. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError';
}

/** The database was written by a newer Antre, or is damaged; the message says what to do. */
export class StoreUnusableError extends Error {
  override name = 'StoreUnusableError';
}

/** Another Antre works with the data; once it has ended they can be used. */
export class DataInUse extends StoreUnusableError {}

/**
 * How the database of a data directory that was a hall is lost: its file is gone, or holds nothing, or is damaged, or
 * another program's or hall's, or is older than what was written down beside it.
 */
export type Loss = 'missing' | 'empty' | 'damaged' | 'foreign' | 'behind';

const losses: Readonly<Record<Loss, string>> = {
  missing: 'is gone',
  empty: 'holds nothing',
  damaged: 'is damaged',
  foreign: 'is not this hall’s',
  behind: 'is older than the numbers that were given',
};

/** The database is lost; what is there of it is as it was. */
export class DatabaseLost extends StoreUnusableError {
  override name = 'DatabaseLost';
  constructor(
    readonly loss: Loss,
    file: string,
  ) {
    super(`The database ${file} ${losses[loss]}.`);
  }
}

/**
 * Whether something was thrown since the disk took no more: it is full, fails, or the system lets nothing be written on it
 * any longer. What was to be written is not; what is there can still be read.
 */
export function isStorageFault(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^(SQLITE_(FULL|IOERR|READONLY)|ENOSPC|EDQUOT|EIO|EROFS)/.test(code);
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readKeptPlace } from '../copies/kept-place';
import { listBackups } from '../store/backups/backup-files';
import { CopyUnusableError, readCopyNumbers } from '../store/backups/restorable-copy';
import { type RememberedHall, readMemory } from '../store/hall-memory';
import { type DatabaseLost, StoreUnusableError } from '../store/store-errors';

/** A copy that was checked and can take the place of the lost database. */
export interface OfferedCopy {
  /** `database`: the database itself, which is whole but older than it should be. */
  readonly id: string;
  readonly file: string;
  /** Milliseconds since 1970 UTC. */
  readonly madeAt: number;
  readonly timezone: string;
  /** How many numbers at most were given after it was made; null if nothing tells. */
  readonly numbersSince: number | null;
}

/** The copy that went to the second place last, as this machine remembers it; nobody looked whether it is still there. */
export interface CopyElsewhere {
  readonly folder: string;
  /** Milliseconds since 1970 UTC. */
  readonly madeAt: number;
}

/** The hall's database is lost; a person chooses how to go on. Nothing was changed. */
export class HallLost extends StoreUnusableError {
  override name = 'HallLost';
  constructor(
    readonly lost: DatabaseLost,
    readonly copy: OfferedCopy | null,
    readonly elsewhere: CopyElsewhere | null,
  ) {
    super(lost.message);
  }
}

/** Folders that only a hall that was used has anything in. */
const tracesOfUse = ['pictures', 'slides', 'voice', 'reports', 'files'];

/**
 * Whether a data directory was a hall: its memory lies there, or copies, or the log of a database, or what people
 * sent in. A new directory has none of these, and where a first start was broken off neither.
 */
export function wasHall(dataDir: string): boolean {
  if (readMemory(dataDir) !== null || listBackups(dataDir, 'UTC').length > 0) return true;
  const log = statSync(join(dataDir, 'antre.sqlite-wal'), { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0 && !existsSync(join(dataDir, 'antre.sqlite'))) return true;
  return tracesOfUse.some((folder) => holdsSomething(join(dataDir, folder)));
}

/** Returns the newest copy that proves whole, or null. */
export function newestGoodCopy(dataDir: string, lost: DatabaseLost): OfferedCopy | null {
  const remembered = readMemory(dataDir);
  for (const { id, file, madeAt } of candidates(dataDir, lost)) {
    try {
      const { timezone, numbers } = readCopyNumbers(file);
      return { id, file, madeAt, timezone, numbersSince: numbersSince(remembered, numbers) };
    } catch (error) {
      if (!(error instanceof CopyUnusableError)) throw error;
    }
  }
  return null;
}

/**
 * The database itself if it is only older than it should be, then the copies, the newest first; last those that a
 * restored copy replaced, since somebody did not want them.
 */
function candidates(dataDir: string, { loss }: DatabaseLost) {
  const copies = listBackups(dataDir, 'UTC').map(({ id, kind, madeAt }) => ({
    id,
    kind,
    file: join(dataDir, 'backups', `${id}.sqlite`),
    madeAt: Date.parse(madeAt),
  }));
  const file = join(dataDir, 'antre.sqlite');
  return [
    ...(loss === 'behind' ? [{ id: 'database', file, madeAt: statSync(file).mtimeMs }] : []),
    ...copies.filter(({ kind }) => kind !== 'replaced'),
    ...copies.filter(({ kind }) => kind === 'replaced'),
  ];
}

/** Where the second place's newest copy lies, or null where none went there. */
export function copyElsewhere(dataDir: string): CopyElsewhere | null {
  const { place, last } = readKeptPlace(dataDir);
  return place && last && { folder: place.folder, madeAt: last.at };
}

function numbersSince(
  remembered: RememberedHall | 'unreadable' | null,
  inCopy: ReadonlyMap<string, number>,
): number | null {
  if (remembered === null || remembered === 'unreadable') return null;
  return Object.entries(remembered.numbers).reduce(
    (sum, [key, { upTo }]) => sum + Math.max(0, upTo - (inCopy.get(key) ?? 0)),
    0,
  );
}

function holdsSomething(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

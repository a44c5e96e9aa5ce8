import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables';

/** The centre's database, whichever of the two engines keeps it. */
export interface CentreDatabase {
  readonly query: Kysely<Tables>;
  /** `postgres`: a server, which several centre processes may share; `pglite`: embedded, for this process alone. */
  readonly engine: 'postgres' | 'pglite';
  close(): Promise<void>;
}

/** PostgreSQL's numbers of the types that its drivers read unlike each other, or as text. */
export const readTypes = {
  /** Whole numbers of 64 bits: moments in milliseconds, and sums of counts, all below 2^53. */
  20: Number,
  /** Sums of such, exact: below 2^53 here too. */
  1700: Number,
  /** A business date is text, in no time zone. */
  1082: String,
} as const;

/** What can't be kept or read now, and may pass: the database is away, ends, or its disk takes no more. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
}

const passingClasses = ['08', '53', '57', '58'];
const brokenLine = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOSPC)/;

/**
 * Whether a fault is the database's own plight and not that of what was asked: by SQLSTATE's classes (line, resources, an
 * operator's doing, the system) and by the errors of a line.
 */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (brokenLine.test(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code)) return passingClasses.some((each) => code.startsWith(each));
  return /timeout exceeded when trying to connect|Connection terminated|connection is closed|PGlite is clos/i.test(
    error.message,
  );
}

/**
 * Whether what was asked can't be kept or looked for as such, and never will (SQLSTATE class 22): a number beyond the column, a
 * text with the sign that PostgreSQL has no place for.
 */
export function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code));
}

/** Holds this transaction until no other has the same lock, in whichever process. */
export async function lockFor(query: Kysely<Tables>, what: 'partitions' | 'first account'): Promise<void> {
  const key = { partitions: 7_461_001, 'first account': 7_461_002 }[what];
  await sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(query);
}

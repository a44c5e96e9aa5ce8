import type { AuditEntry } from '../admin-audit';
import { isRecord } from '../is-record';
import { ownAffairs } from './field-names';

/** One thing that is another than before; `null` where it isn't there. */
export interface Change {
  /** Where: `zone`, or `counters.A.zone` in a hall's configuration. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What an act says besides whom it was done to; each null where it says nothing of it. */
export interface Facts {
  /** The number on the visitor's paper: `K-027`. */
  readonly number: string | null;
  readonly reason: string | null;
  /** The computer that somebody signed in from. */
  readonly address: string | null;
}

const notForPeople: ReadonlySet<string> = new Set(ownAffairs);
const factNames = ['number', 'reason', 'address'] as const;

/** The number, reason and address of an act that edited nothing. */
export function factsOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Facts {
  // What was made or edited carries a version, and what it is called is no fact of the act.
  const said: Readonly<Record<string, unknown>> =
    before === null && isRecord(after) && !('version' in after) ? after : {};
  const text = (name: (typeof factNames)[number]) => {
    const value = said[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { number: text('number'), reason: text('reason'), address: text('address') };
}

/** What differs between a record before and after; of one that was made or removed, all that it holds. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Change[] {
  if (isRecord(after) && Array.isArray(after.differences)) return after.differences as unknown as Change[];
  if (!isRecord(before) && !isRecord(after)) {
    return before === after ? [] : [{ path: '', before, after }];
  }
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const facts = factsOf({ before, after });
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !notForPeople.has(field))
    .filter((field) => !factNames.some((name) => name === field && facts[name] !== null))
    .map((field) => ({ path: field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

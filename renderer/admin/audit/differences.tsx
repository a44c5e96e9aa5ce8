import { useTexts } from '../texts/use-texts';
import styles from './audit.module.css';
import { ownAffairs } from './audit-names';
import type { AuditWords } from './use-audit-words';

/** One thing that is another than before; `null` where it isn't there. */
export interface Change {
  /** Where: `zone`, or `counters.A.zone` in a hall's configuration. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

const notForPeople: ReadonlySet<string> = new Set(ownAffairs);

/** What differs between a record before and after; of one that was made or removed, all that it holds. */
export function changesOf(before: unknown, after: unknown): Change[] {
  if (isRecord(after) && Array.isArray(after.differences)) return after.differences as Change[];
  if (!isRecord(before) && !isRecord(after)) {
    return before === after ? [] : [{ path: '', before, after }];
  }
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !notForPeople.has(field))
    .map((field) => ({ path: field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Differences in people's words: what, what it was, what it is. */
export function Differences({
  changes,
  words,
}: {
  readonly changes: readonly Change[];
  readonly words: AuditWords;
}) {
  const { t } = useTexts();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{words.field(path)}</th>
            <td className={styles.before}>{words.value(path, before)}</td>
            <td className={styles.after}>{words.value(path, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { Change } from '../../../electron/contract/history/changes';
import type { HistoryWords } from '../../../electron/contract/history/history-words';
import { useTexts } from '../texts';
import styles from './audit.module.css';

/** Differences in people's words: what, what it was, what it is. */
export function Differences({
  changes,
  words,
}: {
  readonly changes: readonly Change[];
  readonly words: HistoryWords;
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

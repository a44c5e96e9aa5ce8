import { IconDownload } from '@tabler/icons-react';
import { useTexts } from '../texts';
import styles from './file-links.module.css';

/** Links to a report as a file of each kind, in the page's language. `path` is its address below `/reports` without the ending. */
export function FileLinks(props: {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What is in the file, for those who hear the links. */
  readonly caption: string;
}) {
  const { t, language } = useTexts();
  const query = new URLSearchParams({ ...props.query, language });
  return (
    <span className={styles.files}>
      {(['csv', 'xlsx'] as const).map((ending) => (
        <a
          key={ending}
          className={styles.file}
          href={`/api/v1/reports/${props.path}.${ending}?${query}`}
          download
          aria-label={`${t('table.download', { format: ending.toUpperCase() })}: ${props.caption}`}
        >
          <IconDownload size={18} aria-hidden />
          {ending.toUpperCase()}
        </a>
      ))}
    </span>
  );
}

import { IconDownload } from '@tabler/icons-react';
import { useTexts } from '../texts';
import styles from './reports.module.css';

/** A link to a report as a workbook, in the page's language. */
export function FileLink(props: {
  readonly path: 'summary' | 'presence';
  readonly query: Readonly<Record<string, string>>;
}) {
  const { t, language } = useTexts();
  const query = new URLSearchParams({ ...props.query, language });
  return (
    <a className={styles.file} href={`/api/v1/reports/${props.path}.xlsx?${query}`} download>
      <IconDownload size={18} aria-hidden />
      {t('centre.file')}
    </a>
  );
}

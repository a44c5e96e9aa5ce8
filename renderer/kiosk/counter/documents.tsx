import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { pagesOf } from '../home/menu-pages';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import styles from './documents.module.css';

/** What to bring, to be read before queueing; more lines than fit are turned through by a button. */
export function Documents({
  documents,
  linesAtOnce,
}: {
  readonly documents: readonly string[];
  readonly linesAtOnce: number;
}) {
  const { t } = useTexts();
  const [turned, turnTo] = useState(0);
  const pages = pagesOf(documents, linesAtOnce);
  const shown = Math.min(turned, pages.length - 1);
  if (documents.length === 0) return <p className={styles.nothing}>{t('bringNothing')}</p>;
  return (
    <div className={styles.documents}>
      <p className={styles.title}>{t('bringTitle')}</p>
      <ul>
        {pages[shown]?.map((document) => (
          <li key={document}>
            <IconFileText stroke={2} aria-hidden="true" />
            {document}
          </li>
        ))}
      </ul>
      {pages.length > 1 && (
        <PressButton className={styles.more} onPress={() => turnTo((shown + 1) % pages.length)}>
          {t('moreDocuments', { page: shown + 1, pages: pages.length })}
        </PressButton>
      )}
    </div>
  );
}

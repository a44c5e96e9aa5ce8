import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { QrCode } from '../../ui/qr-code';
import { useFittedText } from '../../ui/use-fitted-text';
import { pagesOf } from '../home/menu-pages';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import { unbroken } from '../unbroken';
import styles from './documents.module.css';

const atOnce = 4;
/** Pixels: scanned from an arm's length away. */
const codeSize = 132;
const lineLevels = ['usual', 'small', 'smallest'];

/**
 * What to bring, to be read before queueing: four lines at once, in a box whose size never changes. A button counts the
 * rest and turns to it.
 */
export function Documents({
  service,
  documents,
  isForNow,
  infoUrl,
}: {
  /** What they are for. */
  readonly service: string;
  readonly documents: readonly string[];
  /** Who reads them takes a number now, and otherwise on another day. */
  readonly isForNow: boolean;
  /** Where a phone reads them at home; null: nowhere, or they are for now. */
  readonly infoUrl: string | null;
}) {
  const { t } = useTexts();
  const [turned, turnTo] = useState(0);
  const list = useFittedText<HTMLUListElement>(lineLevels, { lines: true });
  const title = useFittedText<HTMLParagraphElement>(lineLevels, { lines: true });
  const pages = pagesOf(documents, atOnce);
  const shown = Math.min(turned, pages.length - 1);
  const rest = documents.length - (shown + 1) * atOnce;
  if (documents.length === 0) {
    return (
      <div className={styles.documents}>
        <p className={styles.title} ref={title}>
          {service}
        </p>
        <p className={styles.nothing}>{t('bringNothing')}</p>
      </div>
    );
  }
  return (
    <div className={styles.documents}>
      <div className={styles.head}>
        <p className={styles.title} ref={title}>
          {t(isForNow ? 'bringTitle' : 'bringLater', { service: unbroken(service) })}
        </p>
        {pages.length > 1 && (
          <PressButton className={styles.more} onPress={() => turnTo((shown + 1) % pages.length)}>
            {rest > 0 ? t('moreDocuments', { count: rest }) : t('firstDocuments')}
          </PressButton>
        )}
      </div>
      <ul ref={list}>
        {pages[shown]?.map((document) => (
          <li key={document}>
            <IconFileText stroke={2} aria-hidden="true" />
            <span>{document}</span>
          </li>
        ))}
      </ul>
      {infoUrl === null ? (
        <p className={styles.missing}>{t('bringMissing')}</p>
      ) : (
        <p className={styles.along}>
          <span>{t('takeAlong')}</span>
          <QrCode text={infoUrl} size={codeSize} />
        </p>
      )}
    </div>
  );
}

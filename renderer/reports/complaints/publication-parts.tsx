import { IconAlertTriangle } from '@tabler/icons-react';
import type { Doubt, Publication } from '../../../electron/contract/publication';
import { dateInWords } from '../../../electron/texts/dates';
import { useSurveyTexts } from '../texts';
import styles from './publication.module.css';

/** What of a text looks as if it led to somebody, to be looked at before it is published. */
export function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const { t } = useSurveyTexts();
  if (doubts.length === 0) return null;
  return (
    <div className={styles.doubts}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p>{t('publication.doubts')}</p>
        <ul>
          {doubts.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>
              {t(`doubt.${kind}`)}: <strong>{text}</strong>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Who wrote, published and withdrew it, and when. */
export function PublicationHistory(props: Pick<Publication, 'written' | 'published' | 'withdrawn'>) {
  const { written, published, withdrawn } = props;
  const { t, language } = useSurveyTexts();
  const by = ({ by: name, at }: Publication['written']) => ({
    name,
    date: dateInWords(at.slice(0, 10), language, 'year'),
  });
  return (
    <p className={styles.history}>
      {t('publication.writtenBy', by(written))}
      {published && ` · ${t('publication.publishedBy', by(published))}`}
      {withdrawn && ` · ${t('publication.withdrawnBy', by(withdrawn))}`}
    </p>
  );
}

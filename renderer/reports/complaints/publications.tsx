import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './publication.module.css';
import { PublicationCard } from './publication-card';

/** What was written of complaints for everybody, those to be read first. */
export function Publications() {
  const { t } = useSurveyTexts();
  const publications = useRoute('publications');
  const rows = publications.data ?? [];
  const inOrder = [
    ...rows.filter(({ state }) => state === 'draft'),
    ...rows.filter(({ state }) => state !== 'draft'),
  ];
  return (
    <section className={styles.list} aria-labelledby="publications">
      <div>
        <h2 id="publications">{t('publication.title')}</h2>
        <p>{t('publication.help')}</p>
      </div>
      <FormError error={publications.error} />
      {publications.data && rows.length === 0 && <p className={styles.card}>{t('publication.none')}</p>}
      <ul>
        {inOrder.map((publication) => (
          <PublicationCard key={publication.id} publication={publication} />
        ))}
      </ul>
    </section>
  );
}

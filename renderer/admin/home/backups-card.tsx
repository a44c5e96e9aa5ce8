import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { sizeInWords } from '../../ui/office/size-in-words';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import { Card } from './card';
import styles from './card.module.css';
import { useBackups } from './use-backups';

/** The newest copy on this computer, and when one last went elsewhere. */
export function BackupsCard() {
  const { t, language } = useTexts();
  const moment = useMoment();
  const { backups, takenAt } = useBackups();
  const newest = backups?.[0];
  const Here = newest ? IconCircleCheck : IconAlertTriangle;
  const Away = takenAt ? IconCircleCheck : IconAlertTriangle;
  return (
    <Card
      title={t('section.backups')}
      link={{
        href: '#cadangan',
        text: backups?.length ? t('home.backups.all', { count: backups.length }) : t('home.manage.backups'),
      }}
    >
      {!backups && <p>{t('loading')}</p>}
      {backups && (
        <ul className={styles.rows}>
          <li data-faulty={!newest || undefined}>
            <Here size={18} aria-hidden />
            <b>{t('home.backups.here')}</b>
            <span>
              {newest
                ? `${moment(newest.madeAt)}, ${sizeInWords(newest.bytes, language)}`
                : t('home.backups.none')}
            </span>
          </li>
          {takenAt !== undefined && (
            <li data-faulty={takenAt === null || undefined}>
              <Away size={18} aria-hidden />
              <b>{t('home.backups.taken')}</b>
              <span>{takenAt ? moment(takenAt) : t('home.backups.never')}</span>
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}

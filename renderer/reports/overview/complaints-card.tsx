import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { shortDate } from '../../../electron/texts/short-dates';
import { useRoute } from '../../client/use-route';
import { openComplaints } from '../complaints/open-complaints';
import { Panel } from '../figures/panel';
import { useTexts } from '../texts';
import styles from './voice-cards.module.css';

/** How many suggestions and complaints nobody has answered, and by when the next must be. */
export function ComplaintsCard() {
  const { t, language } = useTexts();
  const { data } = useRoute('complaints', openComplaints);
  if (!data) return <Panel title={t('overview.complaints')}>{null}</Panel>;
  const { open, overdue, complaints } = data;
  const today = complaints.filter(({ daysLeft }) => daysLeft === 0).length;
  const next = complaints.find(({ daysLeft }) => daysLeft !== null && daysLeft > 0)?.dueOn;
  return (
    <Panel
      title={t('overview.complaints')}
      link={{ href: '#aduan', name: t(open > 0 ? 'overview.complaints.answer' : 'overview.complaints.see') }}
    >
      {open === 0 ? (
        <p>{t('overview.complaints.none')}</p>
      ) : (
        <>
          <p>
            <strong className={styles.figure}>{open}</strong> {t('overview.complaints.open')}
          </p>
          <ul className={styles.facts}>
            {overdue > 0 && (
              <li className={styles.warning}>
                <IconAlertTriangle size={18} aria-hidden />
                {t('overview.complaints.overdue', { count: overdue })}
              </li>
            )}
            {today > 0 && (
              <li className={styles.warning}>
                <IconAlertTriangle size={18} aria-hidden />
                {t('overview.complaints.today', { count: today })}
              </li>
            )}
            {next && (
              <li>
                <IconClock size={18} aria-hidden />
                {t('overview.complaints.next', { date: shortDate(next, language) })}
              </li>
            )}
            {overdue === 0 && today === 0 && !next && <li>{t('overview.complaints.undated')}</li>}
          </ul>
        </>
      )}
    </Panel>
  );
}

import { IconCalendarOff, IconClockEdit } from '@tabler/icons-react';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { useHallDate } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './coming-days.module.css';
import { useScopes } from './use-scopes';

/** So many are named; where there are more, it is said how many. */
const mostShown = 5;

/** The days to come on which something else holds than the week says, for these scopes; null: for all. */
export function ComingDays({ scopes }: { readonly scopes: readonly string[] | null }) {
  const { t, local, language } = useTexts();
  const today = useHallDate();
  const { data: closures = [] } = useRoute('adminClosures');
  const named = useScopes() ?? [];
  const coming = closures
    .filter(({ to, scope }) => (to === null || to >= today) && (scopes?.includes(scope) ?? true))
    .sort((one, other) => one.from.localeCompare(other.from));
  return (
    <section className={styles.coming} aria-label={t('hours.coming')}>
      <h2>{t('hours.coming')}</h2>
      {coming.length === 0 && <p>{t('hours.coming.none')}</p>}
      <ul>
        {coming.slice(0, mostShown).map(({ id, from, to, week, reason, scope }) => (
          <li key={id}>
            <strong>
              {[...new Set([from, to ?? from])].map((day) => dateInWords(day, language, 'day')).join(' – ')}
            </strong>
            {week === null ? (
              <IconCalendarOff size={18} aria-hidden />
            ) : (
              <IconClockEdit size={18} aria-hidden />
            )}
            <span>
              <strong>{t(week === null ? 'closures.closed' : 'closures.hours')}</strong>, {local(reason)}
            </span>
            <span className={styles.whose}>{named.find(({ value }) => value === scope)?.label}</span>
          </li>
        ))}
      </ul>
      <a href={`#libur?at=${coming[0]?.from ?? today}`}>
        {coming.length > mostShown
          ? t('hours.coming.more', { count: coming.length - mostShown })
          : t('hours.coming.open')}
      </a>
    </section>
  );
}

import type { ReactNode } from 'react';
import { dateInWords } from '../../../electron/texts/dates';
import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import { Letterhead } from '../figures/letterhead';
import { usePeriod } from '../period/period';
import { PeriodPicker } from '../period/period-picker';
import { periodInWords } from '../period/period-words';
import { useTexts } from '../texts';
import { useOwnInstitutions } from './own-reach';
import styles from './section-page.module.css';

/** A section's heading, its period with the way to choose another, and what it shows; on paper below the hall's letterhead. */
export function SectionPage(props: {
  readonly title: string;
  /** Whether what it shows names the period itself. */
  readonly namesPeriod?: true;
  /** It has dates of its own: none is chosen. */
  readonly withoutPeriod?: true;
  /** More to choose, beside the period. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t, language } = useTexts();
  const { period, today } = usePeriod();
  const institutions = useOwnInstitutions();
  const clock = useHallClock();
  const now = useHallNow(60_000);
  return (
    <div className={styles.page}>
      <Letterhead />
      <div className={styles.head}>
        <div>
          <h1>{props.title}</h1>
          {!props.namesPeriod && !props.withoutPeriod && (
            <p className={styles.dates}>{periodInWords(period, language)}</p>
          )}
          {!props.namesPeriod && institutions !== null && <p className={styles.own}>{institutions}</p>}
        </div>
        <div className={styles.tools}>
          {!props.withoutPeriod && <PeriodPicker />}
          {props.tools}
        </div>
      </div>
      {props.children}
      <p className={styles.printed}>
        {t('dayReport.printedAt', { date: dateInWords(today, language, 'full'), time: clock(now) })}
      </p>
    </div>
  );
}

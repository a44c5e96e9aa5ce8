import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/time';
import { usePeriod } from '../period/period';
import { PeriodPicker } from '../period/period-picker';
import { useTexts } from '../texts';
import { useOwnInstitutions } from './own-reach';
import styles from './section-page.module.css';

/** A section's heading, its period with the way to choose another, and what it shows. */
export function SectionPage(props: { readonly title: string; readonly children: ReactNode }) {
  const institutions = useOwnInstitutions();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1>{props.title}</h1>
          <p className={styles.dates}>{usePeriodSentence()}</p>
          {institutions !== null && <p className={styles.own}>{institutions}</p>}
        </div>
        <PeriodPicker />
      </div>
      {props.children}
    </div>
  );
}

/** The chosen dates in words: `Selasa, 24 November 2026`, or two of them. */
export function usePeriodSentence(): string {
  const { language } = useTexts();
  const { period } = usePeriod();
  const inWords = (date: string) => formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true });
  return period.from === period.to ? inWords(period.from) : `${inWords(period.from)} – ${inWords(period.to)}`;
}

import { IconPlayerPause, IconPlayerPlay, IconTicket } from '@tabler/icons-react';
import type { Language } from '../../electron/contract/common';
import { FitText } from './fit-text';
import type { StopNotice } from './stop-news';
import styles from './stop-panel.module.css';
import { asSentence, shortName, stopTexts, t } from './texts';

/** A stop or its end in the place of the call, while it is announced: Indonesian large, the hall's other languages below. */
export function StopPanel(props: { readonly notice: StopNotice; readonly languages: readonly Language[] }) {
  const { stop, kind } = props.notice;
  const Sign = kind === 'stopped' ? IconPlayerPause : IconPlayerPlay;
  const others = props.languages.filter((language) => language !== 'id');
  return (
    <section className={styles.panel} aria-live="polite" aria-label={t('notice')} data-kind={kind}>
      <div className={styles.title}>
        <Sign aria-hidden="true" />
        <FitText
          className={styles.name}
          text={stop.of?.id ?? t('wholeHall')}
          least={0.5}
          short={shortName(stop)}
        />
      </div>
      <p className={styles.said}>{stopWords(props.notice, 'id')}</p>
      <p className={styles.keeps}>
        <IconTicket aria-hidden="true" />
        {stopTexts.in('id')('keeps_number')}
      </p>
      {others.map((language) => (
        <p key={language} lang={language} className={styles.other}>
          {stopWords(props.notice, language)} {stopTexts.in(language)('keeps_number')}
        </p>
      ))}
    </section>
  );
}

/** What a notice says of what it is about, in one language: why and until when, or that it goes on. */
export function stopWords({ kind, stop }: StopNotice, language: Language): string {
  if (kind === 'resumed') return stopTexts.in(language)('goes_on');
  return [stop.cause, stop.reason]
    .flatMap((each) => each?.[language] || each?.id || [])
    .map(asSentence)
    .join(' ');
}

/** The same as it is said aloud, in Indonesian. */
export function spokenStop(notice: StopNotice): string {
  const said = stopWords(notice, 'id');
  return `Perhatian. ${notice.stop.of?.id ?? t('wholeHall')}. ${said} ${stopTexts.in('id')('keeps_number')}`;
}

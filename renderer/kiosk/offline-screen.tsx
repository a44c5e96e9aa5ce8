import type { Language } from '../../electron/contract/common';
import { languages as everyLanguage } from '../../electron/contract/languages';
import type { LineState } from '../../electron/contract/live-line';
import { hallTimeAt } from '../client/hall-clock';
import { kioskTexts } from '../i18n/kiosk-texts';
import { formatTime } from '../i18n/time';
import { JlamprangCloth } from '../ui/jlamprang';
import { useLasted } from '../ui/use-lasted';
import styles from './offline-screen.module.css';
import { useTexts } from './texts';

/** Milliseconds after which "one moment" would be a promise that isn't kept. */
const longMs = 60_000;

/**
 * While the server can't be heard. It goes by itself; what a visitor had chosen is still there under it. The language
 * can't be chosen meanwhile, so it speaks all of them, the visitor's first.
 */
export function OfflineScreen({
  line,
  timezone,
  languages = everyLanguage,
}: {
  readonly line: LineState;
  /** The hall's; undefined where it is not known yet. */
  readonly timezone: string | undefined;
  /** Those that the hall offers; all where it is not known yet. */
  readonly languages: readonly Language[] | undefined;
}) {
  const { t, language } = useTexts();
  const isLong = useLasted(true, longMs);
  const others = languages.filter((each) => each !== language).map(kioskTexts);
  const heading = isLong ? 'offlineLong' : 'offline';
  return (
    <div className={styles.screen} role="alert">
      <JlamprangCloth className={styles.cloth} cell={154} />
      <div className={styles.words} data-long={isLong || undefined}>
        <h1>{t(heading)}</h1>
        {(line.state === 'lost' || isLong) && (
          <>
            <p>{t('offlineNote')}</p>
            <p>{t('offlineHelp')}</p>
            {others.map((other) => (
              <p key={other.language} lang={other.language} className={styles.other}>
                <strong>{other.t(heading)}</strong> {other.t('offlineNote')} {other.t('offlineHelp')}
              </p>
            ))}
            {isLong && (
              <p className={styles.staff}>
                {line.state === 'lost' &&
                  timezone &&
                  `${t('offlineSince', { time: formatTime(hallTimeAt(line.since), timezone) })} `}
                {t('offlineStaff')}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}

import type { KioskSnapshot } from '../../electron/contract/operation';
import { formatDate, formatTime } from '../i18n/time';
import { HallSign } from '../ui/hall-sign';
import { JlamprangCloth } from '../ui/jlamprang';
import { useFittedText } from '../ui/use-fitted-text';
import styles from './hall-header.module.css';
import { useTexts } from './texts';
import { useLongHold } from './use-long-hold';

const nameLevels = ['one', 'long', 'two'];

/** The band with the hall's name and the time. Holding its logo for five seconds is the staff's way out. */
export function HallHeader({
  kiosk,
  now,
  isAsking,
  holdLogo,
}: {
  readonly kiosk: KioskSnapshot;
  readonly now: number;
  /** For whoever looks after the kiosk: all goes on, but its news come by plain requests. */
  readonly isAsking: boolean;
  readonly holdLogo: () => void;
}) {
  const { t, language } = useTexts();
  const hold = useLongHold(holdLogo);
  const name = useFittedText<HTMLElement>(nameLevels);
  return (
    <header className={styles.header}>
      <div className={styles.logo} data-testid="logo" {...hold}>
        <HallSign logo={kiosk.logo} />
      </div>
      <p className={styles.hall}>
        <strong ref={name}>{kiosk.name}</strong>
        {kiosk.city}
      </p>
      <JlamprangCloth className={styles.cloth} cell={92} />
      <p className={styles.time}>
        <strong>{formatTime(now, kiosk.timezone)}</strong>
        {formatDate(now, kiosk.timezone, language, { year: false })}
        {isAsking && <span className={styles.asking}>{t('lineAsking')}</span>}
      </p>
    </header>
  );
}

import { IconHourglassLow, IconInfoCircle } from '@tabler/icons-react';
import type { Problem } from '../../../electron/contract/common';
import type { MenuCounter, MenuService } from '../../../electron/contract/site';
import type { ServiceState } from '../../../electron/contract/standing';
import type { TextKey } from '../../i18n/kiosk-texts';
import { formatDate, formatTime } from '../../i18n/time';
import { OpeningIcon } from '../../ui/opening-icon';
import { QrCode } from '../../ui/qr-code';
import { useTexts } from '../texts';
import styles from './sentence.module.css';

/** Pixels: scanned from an arm's length away. */
const codeSize = 132;

const refusals: Readonly<Record<string, TextKey>> = {
  service_closed: 'refusedClosed',
  quota_full: 'refusedQuota',
  day_full: 'dayFullSentence',
  service_paused: 'refusedPaused',
  printer_unavailable: 'refusedPrinter',
  storage_failed: 'refusedStorage',
  too_many_requests: 'refusedBusy',
};

const reasons: Partial<Record<ServiceState, TextKey>> = {
  closed: 'closedSentence',
  break: 'breakSentence',
  quota_full: 'quotaSentence',
  day_full: 'dayFullSentence',
  stopped: 'pausedSentence',
  absent: 'absentSentence',
};

/** What stands in the way of a number, in a kind sentence; nothing while nothing does. */
export function Sentence({
  counter,
  chosen,
  isGone,
  refusal,
  timezone,
  complaintUrl,
}: {
  readonly counter: MenuCounter;
  readonly chosen: MenuService | undefined;
  /** What was chosen is in the hall no longer. */
  readonly isGone: boolean;
  readonly refusal: Problem | null;
  readonly timezone: string;
  readonly complaintUrl: string | null;
}) {
  const { t, local, language } = useTexts();
  const shut = chosen ?? counter;
  const opensAgain = (opensAt: string) =>
    t('opensAgain', {
      day: formatDate(opensAt, timezone, language, { year: false }),
      time: formatTime(opensAt, timezone),
    });
  if (refusal) {
    return (
      <p className={styles.sentence} role="alert">
        <IconInfoCircle stroke={2} aria-hidden="true" />
        <span>
          {t(refusals[refusal.code] ?? 'refusedOther')}{' '}
          {refusal.opensAt != null && opensAgain(refusal.opensAt)}
        </span>
      </p>
    );
  }
  if (isGone || counter.services.length === 0) {
    return (
      <p className={styles.sentence} role="status">
        <OpeningIcon state="closed" />
        <span>
          {t(isGone ? 'refusedClosed' : 'closedSentence')} {t('opensUnknown')}
        </span>
      </p>
    );
  }
  if (shut.status === 'open') {
    const doubt = shut.servedToday?.sentence ?? null;
    if (shut.reason === null && doubt === null) return null;
    return (
      <p className={styles.sentence} role="status">
        {shut.reason ? (
          <OpeningIcon state={shut.state} />
        ) : (
          <IconHourglassLow stroke={2} aria-hidden="true" />
        )}
        <span>
          {shut.reason && `${local(shut.reason)}. `}
          {doubt ? local(doubt) : t('numbersGoOn')}
        </span>
      </p>
    );
  }
  // "No numbers left" and the like say nothing that the sentence doesn't.
  const isTimed = shut.status === 'closed' || shut.status === 'break' || shut.until !== null;
  const when = isTimed ? shut.reason : null;
  const isUnknown = shut.status === 'closed' && shut.opensAt === null;
  return (
    <p className={styles.sentence} role="status">
      <OpeningIcon state={shut.state} />
      <span>
        {shut.cause ? `${local(shut.cause)}.` : t(reasons[shut.state] ?? 'pausedSentence')}{' '}
        {isUnknown ? t('opensUnknown') : when && `${local(when)}.`}
        {shut.state === 'day_full' && shut.opensAt !== null && opensAgain(shut.opensAt)}
      </span>
      {complaintUrl !== null && (
        <span className={styles.complain}>
          {t('complain')}
          <QrCode text={complaintUrl} size={codeSize} />
        </span>
      )}
    </p>
  );
}

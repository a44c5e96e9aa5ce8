import { IconAlertTriangle, IconVolumeOff } from '@tabler/icons-react';
import type { HelpSnapshot, User } from '../../../electron/contract/staff';
import type { LiveLine } from '../../client/live/own-line';
import { useSharedLine } from '../../client/live/shared-line';
import { useSnapshot } from '../../client/live/use-live-line';
import { AskCard } from './ask-card';
import styles from './asks.module.css';
import { useHallClock } from './hall-time';
import { useEntranceTexts } from './office-texts';
import { useAlarm } from './use-alarm';

/** The topic that `HelpAlarm` shows. */
export const helpTopic = 'help';

/**
 * Desks that call for help, on the pages of supervisors and admins that have nothing else to do with it: loud until
 * one of them says to be coming, with the way to where it is answered. `live`: a line that hears `helpTopic`.
 */
export function HelpAlarm({ live, user }: { readonly live: LiveLine | undefined; readonly user: User }) {
  const { t, local } = useEntranceTexts();
  const clock = useHallClock();
  const heard = useSnapshot<HelpSnapshot>(live, helpTopic)?.calls ?? [];
  const calls = heard.filter(({ officer }) => officer.id !== user.id);
  const isRinging = calls.some(({ coming }) => coming === null);
  const alarm = useAlarm(isRinging);
  if (calls.length === 0) return null;
  return (
    <section className={styles.asks} aria-label={t('help.title')}>
      {calls.map(({ desk, counter, officer, since, coming }) => (
        <AskCard
          key={desk.id}
          icon={IconAlertTriangle}
          title={t('help.desk', { label: desk.label })}
          said={
            <>
              {t('help.since', { officer: officer.displayName, counter: local(counter), time: clock(since) })}
              {coming && <b>. {t('help.onTheWay', { name: coming.displayName })}</b>}
            </>
          }
          isUrgent={coming === null}
          role="alert"
        >
          <a className={styles.button} data-first={coming === null || undefined} href="/staff#balai">
            {t('help.look')}
          </a>
        </AskCard>
      ))}
      {isRinging && !alarm.canSound && (
        <p className={styles.mute}>
          <IconVolumeOff size={20} aria-hidden />
          {t('help.mute')}
        </p>
      )}
    </section>
  );
}

/** The same with a line of its own, for a page that has none. */
export function HelpAlarmAlone({ user }: { readonly user: User }) {
  return <HelpAlarm live={useSharedLine([helpTopic])} user={user} />;
}

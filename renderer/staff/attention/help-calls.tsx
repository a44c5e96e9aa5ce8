import { IconAlertTriangle, IconVolumeOff } from '@tabler/icons-react';
import type { HallSnapshot, User } from '../../../electron/contract/staff';
import { AskCard, asksOf } from '../../ui/office/ask-card';
import styles from '../../ui/office/asks.module.css';
import { useHallClock } from '../../ui/office/hall-time';
import { useEntranceTexts } from '../../ui/office/office-texts';
import { useAlarm } from '../../ui/office/use-alarm';
import type { OutboxInUse } from '../commands/use-outbox';
import { useTexts } from '../texts';

/** The calls for help of others than the user, the longest first. */
export function helpCallsTo(user: User, hall: HallSnapshot | undefined) {
  return asksOf(hall, (desk) => (desk.user?.id === user.id ? null : desk.help));
}

/** Others' desks that call for help, the longest first; it sounds until a supervisor says to be coming. */
export function HelpCalls(props: {
  readonly hall: HallSnapshot | undefined;
  readonly user: User;
  readonly outbox: OutboxInUse;
}) {
  const { hall, user, outbox } = props;
  const { t, local } = useTexts();
  const { t: shared } = useEntranceTexts();
  const clock = useHallClock();
  const calls = helpCallsTo(user, hall);
  const alarm = useAlarm(calls.some(({ coming }) => coming === null));
  const isBusy = outbox.state.state !== 'empty';
  const press = (route: 'answerHelp' | 'endHelp', id: string) =>
    outbox.press(route, [{ route, params: { id } }]);
  return (
    <>
      {!alarm.canSound && (
        <p className={styles.mute}>
          <IconVolumeOff size={20} aria-hidden />
          {shared('help.mute')}
        </p>
      )}
      {calls.length > 0 && (
        <section className={styles.asks} aria-label={shared('help.title')}>
          {calls.map(({ desk, since, coming }) => (
            <AskCard
              key={desk.id}
              icon={IconAlertTriangle}
              title={shared('help.desk', { label: desk.label })}
              said={
                <>
                  {shared('help.since', {
                    officer: desk.user?.displayName ?? '',
                    counter: local(desk.counter.name),
                    time: clock(since),
                  })}
                  {coming && <b>. {shared('help.onTheWay', { name: coming.displayName })}</b>}
                </>
              }
              isUrgent={false}
              role="alert"
            >
              {coming?.id !== user.id && (
                <button
                  type="button"
                  className={styles.button}
                  data-first={coming === null || undefined}
                  aria-disabled={isBusy}
                  aria-label={t('help.comeTo', { label: desk.label })}
                  onClick={() => press('answerHelp', desk.id)}
                >
                  {t('help.come')}
                </button>
              )}
              <button
                type="button"
                className={styles.button}
                aria-disabled={isBusy}
                aria-label={t('help.endAt', { label: desk.label })}
                onClick={() => press('endHelp', desk.id)}
              >
                {t('help.end')}
              </button>
            </AskCard>
          ))}
        </section>
      )}
    </>
  );
}

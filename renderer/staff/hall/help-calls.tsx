import { IconAlertTriangle, IconVolumeOff } from '@tabler/icons-react';
import type { HallSnapshot, User } from '../../../electron/contract/staff';
import { useHallClock } from '../../ui/office/hall-time';
import type { OutboxInUse } from '../commands/use-outbox';
import { useTexts } from '../texts/use-texts';
import styles from './help-calls.module.css';
import { useAlarm } from './use-alarm';

/** Others' desks that call for help, the longest first; it sounds until a supervisor says to be coming. */
export function HelpCalls(props: {
  readonly hall: HallSnapshot | undefined;
  readonly user: User;
  readonly outbox: OutboxInUse;
}) {
  const { hall, user, outbox } = props;
  const { t, local } = useTexts();
  const clock = useHallClock();
  const calls = (hall?.counters ?? [])
    .flatMap((counter) =>
      counter.desks.flatMap((desk) =>
        desk.help && desk.user?.id !== user.id ? [{ desk, help: desk.help }] : [],
      ),
    )
    .sort((a, b) => Date.parse(a.help.since) - Date.parse(b.help.since));
  const alarm = useAlarm(calls.some(({ help }) => help.coming === null));
  const isBusy = outbox.state.state !== 'empty';
  const press = (route: 'answerHelp' | 'endHelp', id: string) =>
    outbox.press(route, [{ route, params: { id } }]);
  return (
    <>
      {!alarm.canSound && (
        <p className={styles.mute}>
          <IconVolumeOff size={20} aria-hidden />
          {t('help.mute')}
        </p>
      )}
      {calls.length > 0 && (
        <section className={styles.calls} aria-label={t('help.title')}>
          {calls.map(({ desk, help }) => (
            <div key={desk.id} className={styles.call} data-coming={help.coming !== null || undefined}>
              <p className={styles.words} role="alert">
                <strong>
                  <IconAlertTriangle size={24} aria-hidden />
                  {t('help.at', { label: desk.label })}
                </strong>
                <span>
                  {t('help.since', {
                    officer: desk.user?.displayName ?? '',
                    counter: local(desk.counter.name),
                    time: clock(help.since),
                  })}
                  {help.coming && <b>. {t('help.onTheWay', { name: help.coming.displayName })}</b>}
                </span>
              </p>
              <div className={styles.buttons}>
                {help.coming?.id !== user.id && (
                  <button
                    type="button"
                    className={styles.button}
                    data-first={help.coming === null || undefined}
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
              </div>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

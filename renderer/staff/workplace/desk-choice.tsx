import { useEffect, useState } from 'react';
import type { Desk, User } from '../../../electron/contract/staff';
import { Band } from '../../ui/office/frame/band';
import { HelpAlarmAlone } from '../../ui/office/help-alarm';
import type { OutboxInUse } from '../commands/use-outbox';
import { useUnavailableDevices } from '../commands/use-unavailable-devices';
import { Key } from '../console/key';
import { Notice } from '../console/notice';
import { ownCounters } from '../console/own-counters';
import { useTexts } from '../texts';
import styles from './desk-choice.module.css';
import { lastDesk } from './last-desk';

/** How often the list of desks is asked for anew while it is looked at. */
const refreshMs = 5_000;

/** The desks that the user may use: free ones to take, taken ones with who sits there. */
export function DeskChoice(props: {
  readonly user: User;
  readonly desks: readonly Desk[] | undefined;
  /** The list was asked for anew, and nobody answers. */
  readonly isUnanswered: boolean;
  readonly outbox: OutboxInUse;
  readonly onRefresh: () => void;
}) {
  const { user, desks, outbox, onRefresh } = props;
  const { t, local } = useTexts();
  const [closed, setClosed] = useState<typeof outbox.outcome>();
  const { outcome } = outbox;
  useUnavailableDevices(t('deaf.noDesk'));
  useEffect(() => {
    const timer = setInterval(onRefresh, refreshMs);
    return () => clearInterval(timer);
  }, [onRefresh]);

  const counters = new Map<string, Desk[]>();
  for (const desk of desks ?? []) {
    const first = ownCounters(desk, user)[0]?.id ?? desk.counter.id;
    counters.set(first, [...(counters.get(first) ?? []), desk]);
  }
  const ready = outbox.state.state === 'empty';
  const last = desks?.find(({ id }) => id === lastDesk(user.id));
  const take = (desk: Desk) => {
    setClosed(undefined);
    outbox.press('takeDesk', [{ route: 'takeDesk', params: { id: desk.id } }]);
  };
  return (
    <div className={styles.page}>
      <Band
        place="desk"
        line={props.isUnanswered || outbox.state.state === 'unanswered' ? 'unanswered' : null}
        presses={ready ? 'keeps' : 'kept'}
      />
      <main className={styles.main}>
        {user.role !== 'staff' && <HelpAlarmAlone user={user} />}
        <h1 className={styles.title}>{t('desks.title')}</h1>
        {outcome && 'refusal' in outcome && outcome !== closed && (
          <Notice kind="refused" onClose={() => setClosed(outcome)}>
            {outcome.refusal.detail}
          </Notice>
        )}
        {!desks && <p role="status">{t('loading')}</p>}
        {desks?.length === 0 && <p>{t('desks.none')}</p>}
        {last && <LastDesk desk={last} ready={ready} onTake={() => take(last)} />}
        <div className={styles.counters}>
          {[...counters].map(([counterId, own]) => {
            const counter = own[0]?.counters.find(({ id }) => id === counterId);
            return (
              counter && (
                <section key={counter.id} className={styles.counter}>
                  <h2>
                    <span className={styles.code}>{counter.code}</span> <span>{local(counter.name)}</span>
                  </h2>
                  {own.map((desk) => (
                    <DeskButton
                      key={desk.id}
                      desk={desk}
                      others={ownCounters(desk, user).filter(({ id }) => id !== counterId)}
                      ready={ready}
                      onTake={() => take(desk)}
                    />
                  ))}
                </section>
              )
            );
          })}
        </div>
      </main>
    </div>
  );
}

/** The desk at which the user sat last, to sit at again by Enter; where somebody else sits, who. */
function LastDesk(props: { readonly desk: Desk; readonly ready: boolean; readonly onTake: () => void }) {
  const { desk, ready, onTake } = props;
  const { t, local } = useTexts();
  return (
    <section className={styles.last} aria-labelledby="last-desk">
      <div>
        <h2 id="last-desk">{t('desks.last', { label: desk.label })}</h2>
        <p>{desk.user ? t('desks.taken', { name: desk.user.displayName }) : local(desk.counter.name)}</p>
      </div>
      {!desk.user && (
        <button
          // biome-ignore lint/a11y/noAutofocus: the one thing that most come here for, and nothing stands before it
          autoFocus
          type="button"
          className={styles.again}
          aria-disabled={!ready}
          onClick={() => ready && onTake()}
        >
          {t('desks.again', { label: desk.label })}
          <Key label={t('key.enter')} onDark />
        </button>
      )}
    </section>
  );
}

function DeskButton(props: {
  readonly desk: Desk;
  /** The counters that it serves besides the one that it stands under. */
  readonly others: Desk['counters'];
  readonly ready: boolean;
  readonly onTake: () => void;
}) {
  const { desk, others, ready, onTake } = props;
  const { t, local } = useTexts();
  const taken = desk.user !== null;
  return (
    <button
      type="button"
      className={styles.desk}
      aria-disabled={taken || !ready}
      data-taken={taken || undefined}
      data-shared={others.length > 0 || undefined}
      onClick={() => !taken && ready && onTake()}
    >
      <strong>{t('desk', { label: desk.label })}</strong>
      {others.length > 0 && (
        <span className={styles.others}>
          {t('desks.alsoServes', { counters: others.map(({ name }) => local(name)).join(', ') })}
        </span>
      )}
      <span>{desk.user ? t('desks.taken', { name: desk.user.displayName }) : t('desks.take')}</span>
    </button>
  );
}

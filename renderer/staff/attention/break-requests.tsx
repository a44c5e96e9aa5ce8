import { IconCoffee } from '@tabler/icons-react';
import { useState } from 'react';
import type { Desk, HallSnapshot } from '../../../electron/contract/staff';
import { AskCard, asksOf } from '../../ui/office/ask-card';
import styles from '../../ui/office/asks.module.css';
import { useHallClock } from '../../ui/office/hall-time';
import type { OutboxInUse } from '../commands/use-outbox';
import { ReasonDialog } from '../dialogs/reason-dialog';
import { useTexts } from '../texts';

/** The breaks that wait for an answer, the longest first. */
export function breaksAsked(hall: HallSnapshot) {
  return asksOf(hall, ({ breakAsked }) => (breakAsked?.answer ? null : breakAsked));
}

/** Breaks that officers asked for and nobody has answered, the longest first. */
export function BreakRequests(props: { readonly hall: HallSnapshot; readonly outbox: OutboxInUse }) {
  const { hall, outbox } = props;
  const { t, local } = useTexts();
  const clock = useHallClock();
  const [declined, setDeclined] = useState<Desk | null>(null);
  const asked = breaksAsked(hall);
  const isBusy = outbox.state.state !== 'empty';
  const answer = ({ id }: Desk, body: { readonly granted: boolean; readonly word?: string }) =>
    outbox.press('answerBreak', [{ route: 'answerBreak', params: { id }, body }]);
  return (
    <>
      {asked.length > 0 && (
        <section className={styles.asks} aria-label={t('break.requests')}>
          {asked.map(({ desk, reason, minutes, since }) => (
            <AskCard
              key={desk.id}
              icon={IconCoffee}
              title={t('break.wanted', { label: desk.label, minutes, reason })}
              said={t('break.from', {
                officer: desk.user?.displayName ?? '',
                counter: local(desk.counter.name),
                time: clock(since),
              })}
              isUrgent={false}
              role="status"
            >
              <button
                type="button"
                className={styles.button}
                aria-disabled={isBusy}
                aria-label={t('break.grantAt', { label: desk.label })}
                onClick={() => answer(desk, { granted: true })}
              >
                {t('break.grant')}
              </button>
              <button
                type="button"
                className={styles.button}
                aria-label={t('break.declineAt', { label: desk.label })}
                onClick={() => setDeclined(desk)}
              >
                {t('break.decline')}
              </button>
            </AskCard>
          ))}
        </section>
      )}
      {declined && (
        <ReasonDialog
          title={t('break.declineTitle', { label: declined.label })}
          label={t('break.word')}
          usual={[t('break.busyHall'), t('break.colleague'), t('break.later')]}
          confirm={t('break.declineConfirm')}
          onConfirm={(word) => {
            answer(declined, { granted: false, word });
            setDeclined(null);
          }}
          onClose={() => setDeclined(null)}
        />
      )}
    </>
  );
}

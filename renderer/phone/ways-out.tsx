import { useState } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { callRoute } from '../client/api';
import { ConfirmDialog } from './confirm-dialog';
import { PassDialog } from './pass-dialog';
import { useTexts } from './texts';
import styles from './ways-out.module.css';

type Way = 'pass' | 'stepOut' | 'leave' | 'fetch';

const ways: Partial<Record<HolderTicket['status'], readonly Way[]>> = {
  printing: ['leave'],
  waiting: ['pass', 'leave', 'stepOut', 'fetch'],
  held: ['leave', 'fetch'],
  called: ['fetch'],
};

/** What the holder of a number may do with it: let others go first, give it back, go out for a while, or ask to be fetched. */
export function WaysOut({ ticket }: { readonly ticket: HolderTicket }) {
  const { t } = useTexts();
  const [asked, ask] = useState<Way | null>(null);
  /** As it was when the question was put: an officer may mark the number meanwhile, and the answer is to what was read. */
  const [wasFetched, setWasFetched] = useState(false);
  const { number, token, fetchMe } = ticket;
  const offered = ways[ticket.status] ?? [];
  const way = asked !== null && offered.includes(asked) ? asked : null;
  const close = () => ask(null);
  if (offered.length === 0) return null;
  return (
    <>
      <div className={styles.ways}>
        {offered.map((each) => (
          <button
            type="button"
            key={each}
            data-way={each}
            onClick={() => {
              ask(each);
              setWasFetched(fetchMe);
            }}
          >
            {each === 'fetch' ? t(fetchMe ? 'fetch.back' : 'fetch') : t(each)}
            {(each === 'pass' || each === 'leave') && <span>{t(`${each}Hint`)}</span>}
          </button>
        ))}
      </div>
      {way === 'pass' && <PassDialog token={token} number={number} onClose={close} />}
      {way === 'stepOut' && (
        <ConfirmDialog
          question={t('stepOutQuestion', { number })}
          yes={t('stepOutYes')}
          no={t('stepOutNo')}
          act={(key) => callRoute('stepOut', { params: { token }, key })}
          onClose={close}
        />
      )}
      {way === 'fetch' && (
        <ConfirmDialog
          question={t(wasFetched ? 'fetch.backQuestion' : 'fetch.question')}
          yes={t(wasFetched ? 'fetch.backYes' : 'fetch.yes')}
          no={t(wasFetched ? 'fetch.backNo' : 'fetch.no')}
          act={(key) =>
            callRoute('askToBeFetched', { params: { ticket: token }, body: { fetchMe: !wasFetched }, key })
          }
          onClose={close}
        />
      )}
      {way === 'leave' && (
        <ConfirmDialog
          question={t('leaveQuestion', { number })}
          yes={t('leaveYes')}
          no={t('leaveNo')}
          isFinal
          act={(key) => callRoute('cancelTicket', { params: { ticket: token }, key })}
          onClose={close}
        />
      )}
    </>
  );
}

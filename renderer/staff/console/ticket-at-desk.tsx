import { IconAlertTriangle, IconPlaylistAdd, IconX } from '@tabler/icons-react';
import type { Desk, QueueTicket } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import { runningClock } from '../../ui/office/spans';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import { FetchMark } from './fetch-mark';
import { PriorityMark } from './priority-mark';
import styles from './ticket-at-desk.module.css';

/** The card of the ticket that is called or served: its number, a running clock, and what it came for. */
export function TicketAtDesk(props: {
  readonly desk: Desk;
  readonly ticket: QueueTicket | null;
  readonly onAddService: () => void;
  readonly onLetPass: () => void;
  readonly onFetch: (fetchMe: boolean) => void;
  readonly onRemoveService: (serviceId: string) => void;
  readonly ready: boolean;
}) {
  const { desk, ticket } = props;
  const { t } = useTexts();
  const state = !ticket ? 'free' : ticket.status === 'called' ? 'called' : 'serving';
  return (
    <section className={styles.card} data-state={state} aria-label={t('ticket.here')}>
      <header className={styles.band}>
        <h2>{t(`ticket.${state}`)}</h2>
        <span>{t('desk', { label: desk.label })}</span>
      </header>
      {ticket ? (
        <Details
          ticket={ticket}
          onAddService={props.onAddService}
          onLetPass={props.onLetPass}
          onFetch={props.onFetch}
          onRemoveService={props.onRemoveService}
          ready={props.ready}
        />
      ) : (
        <div className={styles.empty}>{t('ticket.nobody')}</div>
      )}
    </section>
  );
}

function Details(props: {
  readonly ticket: QueueTicket;
  readonly onAddService: () => void;
  readonly onLetPass: () => void;
  readonly onFetch: (fetchMe: boolean) => void;
  readonly onRemoveService: (serviceId: string) => void;
  readonly ready: boolean;
}) {
  const { ticket } = props;
  const { t, languageName, local } = useTexts();
  const clock = useHallClock();
  const called = ticket.calledAt ?? ticket.waitingSince;
  return (
    <div className={styles.body}>
      <div className={styles.numbers}>
        <strong className={styles.number} data-long={ticket.number.length > 5 || undefined}>
          {ticket.number}
        </strong>
        <RunningTime ticket={ticket} />
      </div>
      <div className={styles.service} data-marked={ticket.priority !== null || ticket.fetchMe || undefined}>
        <strong className={styles.name} title={local(ticket.service.name)}>
          {local(ticket.service.name)}
        </strong>
        {ticket.priority && <PriorityMark priority={ticket.priority} />}
        {ticket.fetchMe && <FetchMark askedBy={ticket.fetchAskedBy} />}
        <button
          type="button"
          className={styles.add}
          aria-disabled={!props.ready}
          onClick={() => props.ready && props.onAddService()}
        >
          <IconPlaylistAdd size={18} aria-hidden />
          {t('verb.addService')}
        </button>
      </div>
      {ticket.status === 'called' && (
        <p className={styles.ways}>
          <button
            type="button"
            className={styles.letPass}
            aria-disabled={!props.ready}
            onClick={() => props.ready && props.onLetPass()}
          >
            {t('letPass.called')}
          </button>
          <button
            type="button"
            className={styles.letPass}
            aria-disabled={!props.ready}
            onClick={() => props.ready && props.onFetch(!ticket.fetchMe)}
          >
            {t(ticket.fetchMe ? 'askToBeFetched.back' : 'askToBeFetched')}
          </button>
        </p>
      )}
      <p className={styles.facts}>
        {t('ticket.facts', {
          time: clock(ticket.issuedAt),
          wait: waitedWords(t, ticket.waitingSince, called),
        })}{' '}
        {ticket.language !== 'id' && languageName(ticket.language)}
      </p>
      {ticket.comesBy !== null && <NotCome by={ticket.comesBy} />}
      {ticket.added.length > 0 && (
        <p className={styles.note}>
          {t('ticket.then')}{' '}
          {ticket.added.map((service) => (
            <span key={service.id} className={styles.added}>
              {local(service.name)}
              <button
                type="button"
                className={styles.remove}
                aria-label={t('removeService.of', { service: local(service.name) })}
                aria-disabled={!props.ready}
                onClick={() => props.ready && props.onRemoveService(service.id)}
              >
                <IconX size={16} aria-hidden />
              </button>
            </span>
          ))}
        </p>
      )}
      {ticket.note && <p className={styles.note}>{t('ticket.note', { note: ticket.note })}</p>}
    </div>
  );
}

/** Offers what to do of a number that was called and doesn't come, once its time is over. */
function NotCome({ by }: { readonly by: string }) {
  const { t } = useTexts();
  const now = useHallNow(1_000);
  if (now < new Date(by).getTime()) return null;
  return (
    <p className={styles.notCome} role="status">
      <IconAlertTriangle size={18} aria-hidden /> {t('ticket.notCome')}
    </p>
  );
}

function RunningTime({ ticket }: { readonly ticket: QueueTicket }) {
  const { t } = useTexts();
  const now = useHallNow(1_000);
  const serving = ticket.status === 'serving';
  const since = (serving ? ticket.startedAt : ticket.calledAt) ?? ticket.waitingSince;
  const elapsed = now - new Date(since).getTime();
  const late = serving && elapsed > ticket.usualMinutes * 60_000;
  return (
    <div className={styles.time} data-late={late || undefined}>
      <strong className={styles.clock} role="timer">
        {runningClock(elapsed)}
      </strong>
      {serving ? (
        <span className={styles.usual} title={t('ticket.usual', { minutes: ticket.usualMinutes })}>
          {late ? (
            <>
              <IconAlertTriangle size={16} aria-hidden /> {t('ticket.late')}
            </>
          ) : (
            t('ticket.usual', { minutes: ticket.usualMinutes })
          )}
        </span>
      ) : (
        <span className={styles.usual}>{t('ticket.calls', { count: ticket.recalls + 1 })}</span>
      )}
    </div>
  );
}

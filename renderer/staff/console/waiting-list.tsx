import {
  IconArrowBackUp,
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconArrowsExchange,
  IconOld,
  IconStar,
  IconStarFilled,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PlaceReason, QueueTicket } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import type { Shortcuts } from '../commands/shortcuts';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import { FetchMark } from './fetch-mark';
import { isNumberMeant } from './number-match';
import { NumberSearch } from './number-search';
import { PriorityMark } from './priority-mark';
import { ServiceFilter } from './service-filter';
import { useRowsThatFit } from './use-rows-that-fit';
import { useTypedNumber } from './use-typed-number';
import styles from './waiting-list.module.css';

const icons: Readonly<Record<PlaceReason, typeof IconOld | null>> = {
  arrival: null,
  priority_turn: IconOld,
  returned: IconArrowBackUp,
  transferred: IconArrowsExchange,
  front: IconArrowBarToUp,
  back: IconArrowBarToDown,
};

/** Who waits, in the order they will be called here, each with the reason for its place. */
export function WaitingList(props: {
  readonly waiting: readonly QueueTicket[];
  /** The desk serves more counters than one: each number's is named. */
  readonly severalCounters: boolean;
  /** Why nobody can be called out of order now, or null. */
  readonly whyNotCall: string | null;
  readonly onCall: (ticket: QueueTicket) => void;
  readonly onPriority: (ticket: QueueTicket) => void;
  readonly shortcuts: Shortcuts;
  /** Looks for a number that isn't in this line. */
  readonly onFind: (number: string) => void;
}) {
  const { severalCounters, whyNotCall, onPriority } = props;
  const { t } = useTexts();
  const now = useHallNow(15_000);
  const [all, setAll] = useState(false);
  const [filter, setFilter] = useState<string | null>(null);
  // Whose last visitor was called no longer narrows the line.
  const chosen = props.waiting.some(({ service }) => service.id === filter) ? filter : null;
  const callFound = () => {
    const [found, another] = waiting;
    if (found && !another) onCall(found);
  };
  const [typed, setTyped] = useTypedNumber(props.shortcuts, callFound);
  const onCall = (ticket: QueueTicket) => {
    setTyped('');
    props.onCall(ticket);
  };
  const isNarrowed = typed !== '';
  const waiting = props.waiting.filter(
    ({ service, number }) => (chosen === null || service.id === chosen) && isNumberMeant(number, typed),
  );
  const { ref, rows } = useRowsThatFit(waiting.length);
  const shown = all || isNarrowed ? waiting : waiting.slice(0, rows);
  const more = waiting.length - shown.length;
  return (
    <section className={styles.part} aria-labelledby="waiting-title">
      <header className={styles.title}>
        <h2 id="waiting-title">{t('waiting.title', { count: props.waiting.length })}</h2>
        {isNarrowed ? (
          <span aria-live="polite">{t('waiting.found', { count: waiting.length })}</span>
        ) : (
          <span className={styles.order}>{t('waiting.order')}</span>
        )}
        <NumberSearch typed={typed} onType={setTyped} onEnter={callFound} />
        <ServiceFilter
          waiting={props.waiting}
          severalCounters={severalCounters}
          chosen={chosen}
          onChoose={setFilter}
        />
      </header>
      <div className={styles.panel}>
        <div className={styles.heads} aria-hidden>
          <span>{t('waiting.number')}</span>
          <span>{t('waiting.service')}</span>
          <span>{t('waiting.wait')}</span>
        </div>
        <div ref={ref} className={styles.scroll}>
          {waiting.length === 0 && !isNarrowed && <p className={styles.nobody}>{t('waiting.nobody')}</p>}
          {waiting.length === 0 && isNarrowed && (
            <div className={styles.nobody}>
              <p>{t('waiting.notFound', { number: typed })}</p>
              <button type="button" className={styles.elsewhere} onClick={() => props.onFind(typed)}>
                {t('waiting.findElsewhere', { number: typed })}
              </button>
            </div>
          )}
          <ol className={styles.rows}>
            {shown.map((ticket) => (
              <Row
                key={ticket.id}
                ticket={ticket}
                first={ticket.id === props.waiting[0]?.id}
                severalCounters={severalCounters}
                wait={waitedWords(t, ticket.waitingSince, now)}
                whyNotCall={whyNotCall}
                onCall={onCall}
                onPriority={onPriority}
              />
            ))}
          </ol>
          {(more > 0 || all) && !isNarrowed && (
            <button type="button" className={styles.more} onClick={() => setAll(!all)}>
              {all ? t('waiting.fewer') : t('waiting.more', { count: more })}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

function Row(props: {
  readonly ticket: QueueTicket;
  readonly first: boolean;
  readonly severalCounters: boolean;
  readonly wait: string;
  readonly whyNotCall: string | null;
  readonly onCall: (ticket: QueueTicket) => void;
  readonly onPriority: (ticket: QueueTicket) => void;
}) {
  const { ticket, first, severalCounters, wait, whyNotCall, onCall, onPriority } = props;
  const { t, local } = useTexts();
  const Icon = icons[ticket.place.reason];
  const service = local(ticket.service.name);
  const shownService = severalCounters ? `${ticket.counter.code}, ${service}` : service;
  return (
    <li className={styles.row} data-first={first || undefined}>
      <strong className={styles.number} data-long={ticket.number.length > 5 || undefined}>
        {ticket.number}
      </strong>
      <div className={styles.service}>
        <strong title={severalCounters ? `${local(ticket.counter.name)}, ${service}` : service}>
          {shownService}
        </strong>
        <span className={styles.reason} data-turn={ticket.place.reason === 'priority_turn' || undefined}>
          {Icon && <Icon size={16} aria-hidden />}
          <span>{local(ticket.place.sentence)}</span>
          {ticket.priority && ticket.place.reason !== 'priority_turn' && (
            <PriorityMark priority={ticket.priority} />
          )}
        </span>
        {ticket.fetchMe && <FetchMark askedBy={ticket.fetchAskedBy} />}
        {ticket.sentTo && (
          <strong className={styles.note}>{t('waiting.sentTo', { name: ticket.sentTo.displayName })}</strong>
        )}
        {ticket.note && <span className={styles.note}>{ticket.note}</span>}
      </div>
      <span className={styles.wait}>{wait}</span>
      <button
        type="button"
        className={styles.star}
        title={t('changePriority.number', { number: ticket.number })}
        aria-label={t('changePriority.number', { number: ticket.number })}
        onClick={() => onPriority(ticket)}
      >
        {ticket.priority ? <IconStarFilled size={20} aria-hidden /> : <IconStar size={20} aria-hidden />}
      </button>
      <button
        type="button"
        className={styles.call}
        aria-disabled={whyNotCall !== null}
        data-shut={whyNotCall !== null || undefined}
        title={whyNotCall ?? undefined}
        aria-label={t('waiting.callNumber', { number: ticket.number })}
        onClick={() => onCall(ticket)}
      >
        {t('waiting.call')}
      </button>
    </li>
  );
}

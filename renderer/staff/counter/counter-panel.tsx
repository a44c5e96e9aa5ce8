import { Drawer } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CounterSnapshot, HallCounter, QueueTicket, User } from '../../../electron/contract/staff';
import { waitWords } from '../../../electron/texts/wait-words';
import { useHallNow } from '../../client/hall-clock';
import { useSharedLine } from '../../client/live/shared-line';
import { useLine, useSnapshot } from '../../client/live/use-live-line';
import { LineWait } from '../../ui/office/line-words';
import type { OutboxInUse } from '../commands/use-outbox';
import { mayTakeBack } from '../console/desk-state';
import { FetchMark } from '../console/fetch-mark';
import { MoveDialog } from '../dialogs/move-dialog';
import { PriorityDialog } from '../dialogs/priority-dialog';
import { ReasonDialog } from '../dialogs/reason-dialog';
import { useTexts } from '../texts';
import { waitedWords } from '../waited';
import styles from './counter-panel.module.css';
import type { PanelPart } from './hall-acts';
import { NumberLimits } from './number-limits';
import { StopControls } from './stop-controls';

type Asked = { readonly what: 'move' | 'cancel' | 'priority'; readonly ticket: QueueTicket };

/** One counter as a supervisor opens it: its queue, each ticket to move, reorder or cancel; open and close. */
export function CounterPanel(props: {
  readonly counter: HallCounter;
  readonly first: PanelPart;
  readonly user: User;
  readonly outbox: OutboxInUse;
  readonly refusal: ReactNode;
  readonly onClose: () => void;
}) {
  const { counter, outbox, refusal, onClose } = props;
  const { t, local, language } = useTexts();
  const topic = `counter:${counter.id}`;
  const live = useSharedLine([topic]);
  const line = useLine(live);
  const snapshot = useSnapshot<CounterSnapshot>(live, topic);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ready = outbox.state.state === 'empty';
  const reprint = ({ id }: QueueTicket) =>
    outbox.press('reprintTicket', [{ route: 'reprintTicket', params: { id } }]);

  const controls = (
    <>
      <StopControls counter={counter} outbox={outbox} ready={ready} />
      <NumberLimits counter={counter} outbox={outbox} ready={ready} />
    </>
  );
  return (
    <Drawer
      opened
      position="right"
      size={800}
      onClose={onClose}
      title={`${counter.code}, ${local(counter.name)}`}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.panel}>
        {refusal}
        {props.first === 'limits' && controls}
        {snapshot ? (
          <>
            {snapshot.estimate && (
              <p className={styles.wait}>
                {t('hall.nextWait', { wait: waitWords(snapshot.estimate, language) })}
              </p>
            )}
            <Tickets
              title={t('waiting.title', { count: snapshot.queue.waiting.length })}
              tickets={snapshot.queue.waiting}
              onAsk={setAsked}
              onReprint={reprint}
              onPlace={(ticket, place) =>
                outbox.press('moveTicket', [
                  { route: 'moveTicket', params: { id: ticket.id }, body: { place } },
                ])
              }
            />
            {snapshot.queue.held.length > 0 && (
              <Tickets
                title={t('aside.held')}
                tickets={snapshot.queue.held}
                onAsk={setAsked}
                onReprint={reprint}
                onPlace={null}
              />
            )}
            <Mistakes
              tickets={snapshot.queue.recent}
              user={props.user}
              onTakeBack={({ id }) => outbox.press('takeBack', [{ route: 'takeBack', params: { id } }])}
            />
          </>
        ) : (
          <LineWait line={line} />
        )}
        {props.first === 'line' && controls}
      </div>
      {asked?.what === 'move' && (
        <MoveDialog
          ticket={asked.ticket}
          onMove={(body) => {
            outbox.press('moveTicket', [{ route: 'moveTicket', params: { id: asked.ticket.id }, body }]);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'priority' && (
        <PriorityDialog
          ticket={asked.ticket}
          onChange={(body) => {
            outbox.press('changePriority', [
              { route: 'changePriority', params: { id: asked.ticket.id }, body },
            ]);
            setAsked(null);
          }}
          onFetch={(fetchMe) => {
            outbox.press('askToBeFetched', [
              { route: 'askToBeFetched', params: { ticket: asked.ticket.id }, body: { fetchMe } },
            ]);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'cancel' && (
        <ReasonDialog
          title={t('cancelTicket.title', { number: asked.ticket.number })}
          label={t('cancelTicket.reason')}
          usual={[t('cancelTicket.left'), t('cancelTicket.mistake'), t('cancelTicket.closed')]}
          confirm={t('cancelTicket.confirm')}
          onConfirm={(reason) => {
            outbox.press('cancelTicket', [
              { route: 'cancelTicket', params: { ticket: asked.ticket.id }, body: { reason } },
            ]);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Drawer>
  );
}

function Tickets(props: {
  readonly title: string;
  readonly tickets: readonly QueueTicket[];
  readonly onAsk: (asked: Asked) => void;
  readonly onReprint: (ticket: QueueTicket) => void;
  /** Null where the order means nothing. */
  readonly onPlace: ((ticket: QueueTicket, place: 'front' | 'back') => void) | null;
}) {
  const { title, tickets, onAsk, onReprint, onPlace } = props;
  const { t, local } = useTexts();
  const now = useHallNow(15_000);
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ol className={styles.tickets}>
        {tickets.map((ticket, index) => (
          <li key={ticket.id}>
            <strong className={styles.number}>{ticket.number}</strong>
            <div className={styles.text}>
              {local(ticket.service.name)}
              {ticket.fetchMe && <FetchMark askedBy={ticket.fetchAskedBy} />}
              <span>
                {ticket.status === 'held' ? ticket.note : local(ticket.place.sentence)},{' '}
                {waitedWords(t, ticket.waitingSince, now)}
                {ticket.sentTo && `, ${t('waiting.sentTo', { name: ticket.sentTo.displayName })}`}
              </span>
            </div>
            <div className={styles.buttons}>
              {onPlace && (
                <>
                  <Small
                    text={t('place.front')}
                    number={ticket.number}
                    disabled={index === 0}
                    onClick={() => onPlace(ticket, 'front')}
                  />
                  <Small
                    text={t('place.back')}
                    number={ticket.number}
                    disabled={index === tickets.length - 1}
                    onClick={() => onPlace(ticket, 'back')}
                  />
                </>
              )}
              <Small
                text={t('move')}
                number={ticket.number}
                onClick={() => onAsk({ what: 'move', ticket })}
              />
              <Small
                text={t('changePriority')}
                number={ticket.number}
                onClick={() => onAsk({ what: 'priority', ticket })}
              />
              <Small text={t('reprint')} number={ticket.number} onClick={() => onReprint(ticket)} />
              <Small
                text={t('cancelTicket')}
                number={ticket.number}
                onClick={() => onAsk({ what: 'cancel', ticket })}
              />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was ended just now, while it can be taken back; nothing where there's none. */
function Mistakes(props: {
  readonly tickets: readonly QueueTicket[];
  readonly user: User;
  readonly onTakeBack: (ticket: QueueTicket) => void;
}) {
  const { tickets, user, onTakeBack } = props;
  const { t, local } = useTexts();
  const now = useHallNow(1_000);
  const ended = tickets.filter(({ takeBack }) => takeBack !== null && mayTakeBack(takeBack, user, now));
  if (ended.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>{t('takeBack.title')}</h2>
      <ol className={styles.tickets}>
        {ended.map((ticket) => (
          <li key={ticket.id}>
            <strong className={styles.number}>{ticket.number}</strong>
            <div className={styles.text}>
              {local(ticket.service.name)}
              <span>{t(`status.${ticket.status}`)}</span>
            </div>
            <div className={styles.buttons}>
              <Small text={t('takeBack')} number={ticket.number} onClick={() => onTakeBack(ticket)} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Small(props: {
  readonly text: string;
  readonly number: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.small}
      aria-label={`${props.text} ${props.number}`}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.text}
    </button>
  );
}

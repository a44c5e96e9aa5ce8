import {
  IconAlertTriangle,
  IconBell,
  IconBellCheck,
  IconHourglassLow,
  IconInfoCircle,
  IconMapPin,
  IconMessageReport,
  IconSchool,
  IconStar,
  IconWalk,
} from '@tabler/icons-react';
import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react';
import type { Language, Localized } from '../../electron/contract/common';
import type { HolderTicket } from '../../electron/contract/tickets';
import { aroundWords, waitAmount } from '../../electron/texts/wait-words';
import { type Alert, makeAlert } from '../client/alert';
import { callRoute, newKey, Refused } from '../client/api';
import { hallTimeAt } from '../client/hall-clock';
import { useSharedLine } from '../client/live/shared-line';
import { useLine, useSnapshot } from '../client/live/use-live-line';
import { formatTime } from '../i18n/time';
import { OpeningIcon } from '../ui/opening-icon';
import { useLasted } from '../ui/use-lasted';
import { ConfirmDialog } from './confirm-dialog';
import styles from './follow-page.module.css';
import { LanguageChoice } from './language-choice';
import { askForNotices, type Notices } from './notices';
import { PassDialog } from './pass-dialog';
import { useTexts } from './texts';
import { newsOf, type TicketNews } from './ticket-news';
import { useFetched } from './use-fetched';
import { useFirstLanguage } from './use-first-language';

/** Nothing more happens to a ticket in these states but by an officer at a desk. */
const ended = new Set<HolderTicket['status']>(['done', 'no_show', 'cancelled', 'void']);
const leavable = new Set<HolderTicket['status']>(['printing', 'waiting', 'held']);

/** Milliseconds: a server that is there answers sooner. */
const lateAfterMs = 10_000;

/** A ticket as its holder follows it by phone: number, place, honest wait, the call itself, and a way to leave. */
export function FollowPage({ token }: { readonly token: string }) {
  const { t, language } = useTexts();
  // The live line says nothing about an unknown ticket.
  const load = useCallback(
    (signal: AbortSignal) =>
      Promise.all([callRoute('site', { signal }), callRoute('ticket', { params: { token }, signal })]),
    [token],
  );
  const { value: [site, fetched] = [], fault } = useFetched(load);
  const topic = `ticket:${token}`;
  const live = useSharedLine([topic]);
  const line = useLine(live);
  const ticket = useSnapshot<HolderTicket>(live, topic) ?? fetched;
  const [alert, setAlert] = useState<Alert>();
  const [notices, setNotices] = useState<Notices | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isPassing, setIsPassing] = useState(false);
  const [isSteppingOut, setIsSteppingOut] = useState(false);

  const isLate = useLasted(!ticket && fault === undefined, lateAfterMs);
  useFirstLanguage(ticket?.language);
  const news = useNews(ticket, alert, notices);

  if (!ticket) {
    return (
      <main className={styles.page}>
        <div role="status">
          <h1 className={styles.message}>
            {fault === 'refused'
              ? t('unknown')
              : fault === 'away'
                ? t('lost')
                : t(isLate ? 'late' : 'loading')}
          </h1>
        </div>
      </main>
    );
  }

  const textOf = (text: Localized) => text[language] || text.id;
  const isCalled = ticket.status === 'called';
  const waits = ticket.status === 'waiting' || ticket.status === 'printing';

  return (
    <main className={styles.page} data-state={ticket.status}>
      {ticket.practice && (
        <p className={styles.practice}>
          <IconSchool aria-hidden /> {t('practice')}
        </p>
      )}
      {line.state === 'lost' && (
        <p className={styles.lost} role="alert">
          <IconAlertTriangle aria-hidden />
          <span>
            {site ? t('lostSince', { time: formatTime(hallTimeAt(line.since), site.timezone) }) : t('lost')}
          </span>
        </p>
      )}
      {line.state === 'asking' && <p className={styles.asking}>{t('asking')}</p>}
      <section className={isCalled ? styles.called : styles.slip} aria-live="assertive">
        <h1 className={styles.heading}>{t('yourNumber')}</h1>
        <p className={styles.number} style={{ '--letters': ticket.number.length } as CSSProperties}>
          {ticket.number}
        </p>
        <p className={styles.state}>
          {ticket.status === 'waiting' && ticket.ahead === 0 && !ticket.standing?.reason
            ? t('state.next')
            : t(ticket.steppedOut ? 'out' : `state.${ticket.status}`)}
        </p>
        {(isCalled || ticket.status === 'serving') && ticket.desk && (
          <p className={styles.desk}>{t('desk', { label: ticket.desk.label })}</p>
        )}
        <p className={styles.counter}>
          {textOf(ticket.counter.name)}
          <span>{textOf(ticket.service.name)}</span>
        </p>
        {ticket.priority && !ended.has(ticket.status) && (
          <p className={styles.directions}>
            <IconStar aria-hidden /> {t('priority.mark', { reason: t(`priority.${ticket.priority}`) })}
          </p>
        )}
        {ticket.zone && !ended.has(ticket.status) && (
          <p className={styles.directions}>
            <IconMapPin aria-hidden /> {t('zone', { zone: ticket.zone })}
          </p>
        )}
      </section>

      {ticket.steppedOut && site && (
        <ComeBack token={token} until={formatTime(ticket.steppedOut.until, site.timezone)} />
      )}
      {ticket.status === 'done' && (
        <a className={styles.judge} href={`/survey/${token}`}>
          <strong>{t('judge')}</strong>
          {t('judgeHint')}
        </a>
      )}
      {ended.has(ticket.status) && ticket.status !== 'done' && (
        <a className={styles.complain} href={`/aduan/baru/${token}`}>
          <IconMessageReport aria-hidden /> {t('complain')}
        </a>
      )}
      {news && (
        <p className={styles.news} role="status">
          <IconInfoCircle aria-hidden />
          <span>{news}</span>
        </p>
      )}
      {ticket.standing?.reason && (
        <p className={styles.standing} role="status">
          <OpeningIcon state={ticket.standing.state} />
          <span>
            <strong>{textOf(ticket.standing.reason)}.</strong>{' '}
            {ticket.standing.cause && `${textOf(ticket.standing.cause)}. `}
            {t('keepsNumber')}
          </span>
        </p>
      )}
      {waits && ticket.servedToday?.sentence && (
        <p className={styles.standing} role="status">
          <IconHourglassLow aria-hidden />
          <span>{textOf(ticket.servedToday.sentence)}</span>
        </p>
      )}
      {waits && (
        <dl className={styles.facts}>
          <div>
            <dt>{t('ahead')}</dt>
            <dd>{ticket.ahead}</dd>
          </div>
          {/* Of a stopped service there is nothing to tell but the stop. */}
          {ticket.standing?.state !== 'stopped' && <Wait ticket={ticket} language={language} />}
        </dl>
      )}

      {!ended.has(ticket.status) && !isCalled && (
        <>
          <p className={styles.hint}>{t('keepOpen')}</p>
          <button
            type="button"
            className={styles.button}
            aria-pressed={alert !== undefined}
            onClick={() => {
              setAlert(makeAlert());
              void askForNotices().then(setNotices);
            }}
            disabled={alert !== undefined}
          >
            {alert ? <IconBellCheck aria-hidden /> : <IconBell aria-hidden />}
            {alert ? t('alertIsOn') : t('alertOn')}
          </button>
        </>
      )}
      {ticket.status === 'waiting' && (
        <button type="button" className={styles.leave} onClick={() => setIsPassing(true)}>
          {t('pass')}
        </button>
      )}
      {isPassing && ticket.status === 'waiting' && (
        <PassDialog token={token} number={ticket.number} onClose={() => setIsPassing(false)} />
      )}
      {ticket.status === 'waiting' && (
        <button type="button" className={styles.leave} onClick={() => setIsSteppingOut(true)}>
          {t('stepOut')}
        </button>
      )}
      {isSteppingOut && ticket.status === 'waiting' && (
        <ConfirmDialog
          question={t('stepOutQuestion', { number: ticket.number })}
          yes={t('stepOutYes')}
          no={t('stepOutNo')}
          act={(key) => callRoute('stepOut', { params: { token }, key })}
          onClose={() => setIsSteppingOut(false)}
        />
      )}
      {leavable.has(ticket.status) && (
        <button type="button" className={styles.leave} onClick={() => setIsLeaving(true)}>
          {t('leave')}
        </button>
      )}
      {isLeaving && leavable.has(ticket.status) && (
        <ConfirmDialog
          question={t('leaveQuestion', { number: ticket.number })}
          yes={t('leaveYes')}
          no={t('leaveNo')}
          isFinal
          act={(key) => callRoute('cancelTicket', { params: { ticket: token }, key })}
          onClose={() => setIsLeaving(false)}
        />
      )}

      <footer className={styles.footer}>
        {site && <p>{t('issuedAt', { time: formatTime(ticket.issuedAt, site.timezone) })}</p>}
        <LanguageChoice languages={site?.languages ?? []} />
      </footer>
    </main>
  );
}

/** Says until when the place is kept, and takes the word that its visitor is back. */
function ComeBack({ token, until }: { readonly token: string; readonly until: string }) {
  const { t } = useTexts();
  const [key] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const comeBack = async () => {
    setIsSending(true);
    setFault(undefined);
    try {
      await callRoute('comeBack', { params: { token }, key });
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : t('lost'));
      setIsSending(false);
    }
  };
  return (
    <>
      <p className={styles.standing}>
        <IconWalk aria-hidden />
        <span>{t('outUntil', { time: until })}</span>
      </p>
      {fault && <p role="alert">{fault}</p>}
      <button type="button" className={styles.button} onClick={comeBack} aria-disabled={isSending}>
        {t('comeBack')}
      </button>
    </>
  );
}

/** How long it may take, and about when the call comes. */
function Wait({ ticket, language }: { readonly ticket: HolderTicket; readonly language: Language }) {
  const { t } = useTexts();
  const { estimate, calledAround } = ticket;
  return (
    <div>
      <dt>
        {estimate && calledAround !== null
          ? aroundWords(calledAround, language)
          : t(estimate ? 'estimate' : 'noEstimate')}
      </dt>
      {estimate && <dd className={styles.wait}>{waitAmount(estimate, language)}</dd>}
    </div>
  );
}

/** What the page says of news that it shows nowhere else: that it goes on, or goes on elsewhere. */
const saidByItself: ReadonlySet<TicketNews['kind']> = new Set(['resumed', 'moved']);

/**
 * Tells a ticket's news as they come: the title turns at the call; where the visitor asked for it, the phone sounds and
 * vibrates, and shows a notice while the page isn't seen. A recall is no new call. Returns what the page should say
 * besides, until there is other news.
 */
function useNews(
  ticket: HolderTicket | undefined,
  alert: Alert | undefined,
  notices: Notices | null,
): string | null {
  const { t, local } = useTexts();
  const before = useRef<HolderTicket>(undefined);
  const [said, setSaid] = useState<string | null>(null);
  const calledTo = ticket?.status === 'called' ? ticket.desk?.label : undefined;
  useEffect(() => {
    if (!ticket) return;
    const place = calledTo ? t('desk', { label: calledTo }) : ticket.ahead;
    document.title = `${ticket.number} · ${place}`;
  }, [ticket, calledTo, t]);
  useEffect(() => {
    if (!ticket) return;
    const news = before.current && newsOf(before.current, ticket, local);
    before.current = ticket;
    if (!news) return;
    const { kind, told } = news;
    const sentence =
      kind === 'ended'
        ? t(`state.${ticket.status}`)
        : t(`news.${kind}`, { told: told ?? '', label: ticket.desk?.label ?? '' });
    setSaid(saidByItself.has(kind) ? sentence : null);
    if (kind === 'called') alert?.sound();
    else alert?.nudge();
    notices?.show(ticket.number, sentence);
  }, [ticket, alert, notices, t, local]);
  return said;
}

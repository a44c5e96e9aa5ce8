import {
  IconAlertTriangle,
  IconBellCheck,
  IconBellRinging,
  IconHeartHandshake,
  IconHourglassLow,
  IconInfoCircle,
  IconMapPin,
  IconMessageReport,
  IconSchool,
  IconStar,
} from '@tabler/icons-react';
import { type CSSProperties, useCallback, useEffect, useState } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { deskRange } from '../../electron/texts/desk-range';
import { type Alert, makeAlert } from '../client/alert';
import { callRoute } from '../client/api';
import { hallTimeAt, useHallNow } from '../client/hall-clock';
import { useSharedLine } from '../client/live/shared-line';
import { useLine, useSnapshot } from '../client/live/use-live-line';
import { formatTime } from '../i18n/time';
import { JlamprangCloth, JlamprangStar } from '../ui/jlamprang';
import { OpeningIcon } from '../ui/opening-icon';
import { useLasted } from '../ui/use-lasted';
import { CallFlash } from './call-flash';
import { ComeBack } from './come-back';
import styles from './follow-page.module.css';
import { KeepNumber, useMayKeep } from './keep-number';
import { LanguageChoice } from './language-choice';
import { askForNotices, type Notices } from './notices';
import { StandardOfService } from './standard/standard-of-service';
import { useTexts } from './texts';
import { forgetTicked } from './ticked';
import { TicketDocuments } from './ticket-documents';
import { TicketFacts } from './ticket-facts';
import { useFetched } from './use-fetched';
import { useFirstLanguage } from './use-first-language';
import { useNews } from './use-news';
import { WaysOut } from './ways-out';

/** Nothing more happens to a ticket in these states but by an officer at a desk. */
const ended = new Set<HolderTicket['status']>(['done', 'no_show', 'cancelled', 'void']);

/** Milliseconds: a server that is there answers sooner. */
const lateAfterMs = 10_000;
/** Milliseconds: the minute is what is shown. */
const minuteMs = 5_000;

/** A ticket as its holder follows it by phone: number, place, honest wait, the call itself, and a way to leave. */
export function FollowPage({ token }: { readonly token: string }) {
  const { t } = useTexts();
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

  const isLate = useLasted(!ticket && fault === undefined, lateAfterMs);
  useFirstLanguage(ticket?.language);
  const news = useNews(ticket, alert, notices);
  const now = useHallNow(minuteMs);
  const mayKeep = useMayKeep(ticket);
  const isOver = fault === 'refused' || (ticket !== undefined && ended.has(ticket.status));
  useEffect(() => {
    if (isOver) forgetTicked(token);
  }, [isOver, token]);

  if (!ticket) return <NoTicket why={fault ?? (isLate ? 'late' : 'loading')} />;

  const waits = ticket.status === 'waiting' || ticket.status === 'printing';
  const updated = line.state === 'lost' ? hallTimeAt(line.since) : now;

  return (
    <main className={styles.page} data-state={ticket.status}>
      <CallFlash calls={ticket.status === 'called' ? ticket.recalls + 1 : 0} />
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
      {site && (
        <header className={styles.hall}>
          <JlamprangStar className={styles.star} />
          {site.name}
        </header>
      )}
      {line.state === 'asking' && <p className={styles.asking}>{t('asking')}</p>}
      <TicketHead ticket={ticket} mayKeep={mayKeep} />
      {mayKeep && ticket.keepUntil !== null && <KeepNumber ticket={ticket} until={ticket.keepUntil} />}

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
        <a className={styles.link} href={`/aduan/baru/${token}`}>
          <IconMessageReport aria-hidden /> {t('complain')}
        </a>
      )}
      {news && (
        <p className={styles.news} role="status">
          <IconInfoCircle aria-hidden />
          <span>{news}</span>
        </p>
      )}
      {/* Until it is kept, the number is promised nothing. */}
      {!mayKeep && <Standing ticket={ticket} />}
      {waits && !mayKeep && <TicketFacts ticket={ticket} />}
      {(waits || ticket.status === 'held') && <TicketDocuments ticket={ticket} />}
      {!ended.has(ticket.status) && <StandardOfService serviceId={ticket.service.id} />}
      {(waits || ticket.status === 'held') && !mayKeep && (
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
          {alert ? <IconBellCheck aria-hidden /> : <IconBellRinging aria-hidden />}
          {alert ? t('alertIsOn') : t('alertOn')}
        </button>
      )}
      <WaysOut ticket={ticket} />

      <footer className={styles.footer}>
        {!ended.has(ticket.status) && site && (
          <p>
            {t('keepOpen')} {t('updated', { time: formatTime(updated, site.timezone) })}
          </p>
        )}
        {site && <p>{t('issuedAt', { time: formatTime(ticket.issuedAt, site.timezone) })}</p>}
        <LanguageChoice languages={site?.languages ?? []} />
      </footer>
    </main>
  );
}

/** Without a ticket: that it comes, what is wrong, and where somebody with an unknown number may go on. */
function NoTicket({ why }: { readonly why: 'refused' | 'away' | 'late' | 'loading' }) {
  const { t } = useTexts();
  const said = { refused: 'unknown', away: 'lost', late: 'late', loading: 'loading' } as const;
  return (
    <main className={styles.page}>
      <div role="status">
        <h1 className={styles.message}>{t(said[why])}</h1>
      </div>
      {why === 'refused' && (
        <>
          <a className={styles.link} href="/info">
            <IconInfoCircle aria-hidden /> {t('join.info')}
          </a>
          <a className={styles.link} href="/aduan/baru">
            <IconMessageReport aria-hidden /> {t('complain')}
          </a>
        </>
      )}
    </main>
  );
}

/** The number, and where to wait or to go. */
function TicketHead({ ticket, mayKeep }: { readonly ticket: HolderTicket; readonly mayKeep: boolean }) {
  const { t, local } = useTexts();
  const isAtDesk = ticket.status === 'called' || ticket.status === 'serving';
  const place = isAtDesk ? (ticket.zone ? t('zone', { zone: ticket.zone }) : '') : placeOf(ticket, t);
  const state = () => {
    if (ticket.steppedOut) return t('out');
    if (ticket.status === 'called' && ticket.fetchMe) return t('fetch.called');
    if (mayKeep) return t('keep.state');
    if (ticket.status !== 'waiting') return t(`state.${ticket.status}`);
    return ticket.ahead === 0 && !ticket.standing?.reason ? t('state.next') : null;
  };
  const said = state();
  return (
    <section className={styles.slip} aria-live="assertive">
      <JlamprangCloth className={styles.cloth} cell={72} />
      <h1 className={styles.heading}>{t('yourNumber')}</h1>
      <p className={styles.number} style={{ '--letters': ticket.number.length } as CSSProperties}>
        {ticket.number}
      </p>
      {said && <p className={styles.state}>{said}</p>}
      {isAtDesk && ticket.desk && <p className={styles.desk}>{t('desk', { label: ticket.desk.label })}</p>}
      <p className={styles.place}>
        <IconMapPin aria-hidden />
        <span>
          <strong>
            {local(ticket.counter.name)}, {local(ticket.service.name)}
          </strong>
          {!ended.has(ticket.status) && place}
        </span>
      </p>
      {ticket.fetchMe && !isAtDesk && !ended.has(ticket.status) && (
        <p className={styles.place}>
          <IconHeartHandshake aria-hidden />
          <span>{t('fetch.mark')}</span>
        </p>
      )}
      {ticket.priority && !ended.has(ticket.status) && (
        <p className={styles.place}>
          <IconStar aria-hidden />
          <span>{t('priority.mark', { reason: t(`priority.${ticket.priority}`) })}</span>
        </p>
      )}
    </section>
  );
}

function placeOf({ desks, zone }: HolderTicket, t: ReturnType<typeof useTexts>['t']): string {
  if (desks.length === 0) return zone && t('zone', { zone });
  const labels = deskRange(desks);
  return zone ? t('desksInZone', { labels, zone }) : t('desks', { labels });
}

/** A stop, an officer who isn't there, a day that may be too short; nothing while nothing is in the way. */
function Standing({ ticket }: { readonly ticket: HolderTicket }) {
  const { t, local } = useTexts();
  const { standing, servedToday, status } = ticket;
  const waits = status === 'waiting' || status === 'printing';
  return (
    <>
      {standing?.reason && (
        <p className={styles.standing} role="status">
          <OpeningIcon state={standing.state} />
          <span>
            <strong>{local(standing.reason)}.</strong> {standing.cause && `${local(standing.cause)}. `}
            {t('keepsNumber')}
          </span>
        </p>
      )}
      {waits && servedToday?.sentence && (
        <p className={styles.standing} role="status">
          <IconHourglassLow aria-hidden />
          <span>{local(servedToday.sentence)}</span>
        </p>
      )}
    </>
  );
}

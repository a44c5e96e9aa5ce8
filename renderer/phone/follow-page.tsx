import { IconAlertTriangle, IconBell, IconBellCheck, IconSchool } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, type Localized, languages } from '../../electron/contract/common';
import type { HolderTicket } from '../../electron/contract/tickets';
import { callRoute, Refused } from '../client/api';
import { useLine, useLiveLine, useSnapshot } from '../client/live';
import { languageNames } from '../i18n/language-names';
import { formatTime } from '../i18n/time';
import { type Alert, makeAlert } from './alert';
import styles from './follow-page.module.css';
import { LeaveDialog } from './leave-dialog';

/** Nothing more happens to a ticket in these states but by an officer at a desk. */
const ended = new Set<HolderTicket['status']>(['done', 'no_show', 'cancelled', 'void']);
const leavable = new Set<HolderTicket['status']>(['printing', 'waiting', 'held']);

/** A ticket as its holder follows it by phone: number, place, honest wait, the call itself, and a way to leave. */
export function FollowPage({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation();
  const { ticket: fetched, timezone, fault } = useTicketOnce(token);
  const topic = `ticket:${token}`;
  const live = useLiveLine([topic]);
  const line = useLine(live);
  const ticket = useSnapshot<HolderTicket>(live, topic) ?? fetched;
  const [alert, setAlert] = useState<Alert>();
  const [isLeaving, setIsLeaving] = useState(false);

  useTicketLanguage(ticket?.language);
  useAlertAtCall(ticket, alert);

  if (!ticket) {
    return (
      <main className={styles.page}>
        <div role="status">
          <h1 className={styles.message}>
            {fault === 'unknown' ? t('unknown') : fault === 'away' ? t('lost') : t('loading')}
          </h1>
        </div>
      </main>
    );
  }

  const language = i18n.language as Language;
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
          <IconAlertTriangle aria-hidden /> {t('lost')}
        </p>
      )}
      <section className={isCalled ? styles.called : styles.slip} aria-live="assertive">
        <h1 className={styles.heading}>{t('yourNumber')}</h1>
        <p className={styles.number}>{ticket.number}</p>
        <p className={styles.state}>
          {waits && ticket.status === 'waiting' && ticket.ahead === 0
            ? t('state.next')
            : t(`state.${ticket.status}`)}
        </p>
        {(isCalled || ticket.status === 'serving') && ticket.desk && (
          <p className={styles.desk}>{t('desk', { label: ticket.desk.label })}</p>
        )}
        <p className={styles.counter}>
          {textOf(ticket.counter.name)}
          <span>{textOf(ticket.service.name)}</span>
        </p>
      </section>

      {waits && (
        <dl className={styles.facts}>
          <div>
            <dt>{t('ahead')}</dt>
            <dd>{ticket.ahead}</dd>
          </div>
          <div>
            <dt>{ticket.estimate ? t('estimate') : t('noEstimate')}</dt>
            {ticket.estimate && (
              <dd>
                {ticket.estimate.low}–{ticket.estimate.high}
              </dd>
            )}
          </div>
        </dl>
      )}

      {!ended.has(ticket.status) && !isCalled && (
        <>
          <p className={styles.hint}>{t('keepOpen')}</p>
          <button
            type="button"
            className={styles.button}
            aria-pressed={alert !== undefined}
            onClick={() => setAlert(makeAlert())}
            disabled={alert !== undefined}
          >
            {alert ? <IconBellCheck aria-hidden /> : <IconBell aria-hidden />}
            {alert ? t('alertIsOn') : t('alertOn')}
          </button>
        </>
      )}
      {leavable.has(ticket.status) && (
        <button type="button" className={styles.leave} onClick={() => setIsLeaving(true)}>
          {t('leave')}
        </button>
      )}
      {isLeaving && leavable.has(ticket.status) && (
        <LeaveDialog token={token} number={ticket.number} onClose={() => setIsLeaving(false)} />
      )}

      <footer className={styles.footer}>
        {timezone && <p>{t('issuedAt', { time: formatTime(ticket.issuedAt, timezone) })}</p>}
        <fieldset className={styles.languages}>
          <legend>{t('language')}</legend>
          {languages.map((code) => (
            <button
              type="button"
              key={code}
              lang={code}
              aria-pressed={language === code}
              onClick={() => i18n.changeLanguage(code)}
            >
              {languageNames[code]}
            </button>
          ))}
        </fieldset>
      </footer>
    </main>
  );
}

/** The ticket and the hall's zone, fetched until they came: the live line says nothing about an unknown ticket. */
function useTicketOnce(token: string) {
  const [ticket, setTicket] = useState<HolderTicket>();
  const [timezone, setTimezone] = useState<string>();
  const [fault, setFault] = useState<'unknown' | 'away'>();
  useEffect(() => {
    const stop = new AbortController();
    let retry: ReturnType<typeof setTimeout> | undefined;
    const fetchBoth = async () => {
      try {
        const [site, holderTicket] = await Promise.all([
          callRoute('site', { signal: stop.signal }),
          callRoute('ticket', { params: { token }, signal: stop.signal }),
        ]);
        setTimezone(site.timezone);
        setTicket(holderTicket);
        setFault(undefined);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof Refused && error.problem.status < 500 && error.problem.status !== 429) {
          setFault('unknown');
          return;
        }
        setFault('away');
        retry = setTimeout(fetchBoth, 3_000);
      }
    };
    void fetchBoth();
    return () => {
      stop.abort();
      clearTimeout(retry);
    };
  }, [token]);
  return { ticket, timezone, fault };
}

/** Shows the page in the language the ticket was taken in, until its holder chooses another. */
function useTicketLanguage(language: Language | undefined) {
  const { i18n } = useTranslation();
  const applied = useRef<Language>(undefined);
  useEffect(() => {
    if (!language || applied.current === language) return;
    applied.current = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);
}

/** Turns the title, sounds and vibrates when the ticket is called, and again at a recall. */
function useAlertAtCall(ticket: HolderTicket | undefined, alert: Alert | undefined) {
  const { t } = useTranslation();
  const lastCall = useRef<string>(undefined);
  const calledAt = ticket?.status === 'called' ? (ticket.calledAt ?? undefined) : undefined;
  const desk = ticket?.desk?.label;
  useEffect(() => {
    if (!ticket) return;
    document.title =
      calledAt && desk
        ? `${ticket.number} · ${t('desk', { label: desk })}`
        : `${ticket.number} · ${ticket.ahead}`;
    if (calledAt && calledAt !== lastCall.current) alert?.sound();
    lastCall.current = calledAt;
  }, [ticket, calledAt, desk, alert, t]);
}

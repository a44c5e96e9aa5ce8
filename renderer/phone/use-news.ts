import { useEffect, useRef, useState } from 'react';
import type { HolderTicket } from '../../electron/contract/tickets';
import { type Alert, vibrateForCall } from '../client/alert';
import type { Notices } from './notices';
import { useTexts } from './texts';
import { newsOf, type TicketNews } from './ticket-news';

/** What the page says of news that it shows nowhere else: that it goes on, or goes on elsewhere. */
const saidByItself: ReadonlySet<TicketNews['kind']> = new Set(['resumed', 'moved']);

/**
 * Tells a ticket's news as they come: the title turns at the call; where the visitor asked for it, the phone sounds and
 * vibrates, and shows a notice while the page isn't seen; at each call it tries to vibrate anyway, for whoever hears nothing. Returns
 * what the page should say besides, until there is other news.
 */
export function useNews(
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
        : kind === 'called' && ticket.fetchMe
          ? `${t('fetch.called')} ${t('desk', { label: ticket.desk?.label ?? '' })}`
          : t(`news.${kind}`, { told: told ?? '', label: ticket.desk?.label ?? '' });
    setSaid(saidByItself.has(kind) ? sentence : null);
    if (kind !== 'called') alert?.nudge();
    else if (alert) alert.sound();
    else vibrateForCall();
    notices?.show(ticket.number, sentence);
  }, [ticket, alert, notices, t, local]);
  return said;
}

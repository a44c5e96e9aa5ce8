import type { ReactNode } from 'react';
import type { Ticket } from '../../../electron/contract/tickets';
import type { Outcome } from '../commands/command-outbox';
import type { Translate } from '../texts';
import styles from './console.module.css';

/** What an officer is told of how a press ended: a refusal's sentence, or what can't be seen on the page. */
export function sayOutcome(
  outcome: Outcome,
  ways: {
    readonly t: Translate;
    /** Null where nothing can be called now. */
    readonly onCall: ((ticketId: string) => void) | null;
    readonly onReinstate: (ticketId: string) => void;
  },
): { readonly kind: 'refused' | 'said'; readonly sentence: string; readonly action: ReactNode } | null {
  const { t, onCall, onReinstate } = ways;
  if ('refusal' in outcome) return { kind: 'refused', sentence: outcome.refusal.detail, action: null };
  const { meaning } = outcome.press;
  if (outcome.answer === null) return { kind: 'said', sentence: t('said.nobodyWaits'), action: null };
  const { id, number, status, priority } = outcome.answer as Ticket;
  const button = (text: string, act: () => void) => (
    <button type="button" className={styles.link} onClick={act}>
      {text}
    </button>
  );
  switch (meaning) {
    case 'walkIn':
      return {
        kind: 'said',
        sentence: t('said.walkIn', { number }),
        action: onCall && button(t('said.callNow'), () => onCall(id)),
      };
    case 'noShow':
      return {
        kind: 'said',
        sentence: t('said.noShow', { number }),
        action: button(t('aside.reinstate'), () => onReinstate(id)),
      };
    case 'takeBack':
      return {
        kind: 'said',
        sentence: t(status === 'waiting' ? 'said.takeBackToLine' : 'said.takeBack', { number }),
        action: null,
      };
    case 'changePriority':
      return {
        kind: 'said',
        sentence: priority
          ? t('said.changePriority', { number, priority: t(`priority.${priority}`) })
          : t('said.priorityTaken', { number }),
        action: null,
      };
    case 'hold':
    case 'letOthersPass':
    case 'askToBeFetched':
    case 'transfer':
    case 'reinstate':
    case 'recall':
    case 'printPaper':
      return { kind: 'said', sentence: t(`said.${meaning}`, { number }), action: null };
    default:
      return null;
  }
}

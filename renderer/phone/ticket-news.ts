import type { Localized } from '../../electron/contract/common';
import type { ServiceState } from '../../electron/contract/standing';
import type { HolderTicket } from '../../electron/contract/tickets';

/** What has become of a ticket that its holder should hear of without looking: a key of `news`, and what it tells. */
export interface TicketNews {
  readonly kind: 'called' | 'stopped' | 'resumed' | 'moved' | 'closing' | 'ended';
  /** A whole sentence, or null where the page has words of its own for it. */
  readonly told: string | null;
}

/** Nobody calls numbers then. That officers have not come yet is no news to whoever took a number so. */
const atRest: ReadonlySet<ServiceState> = new Set(['stopped', 'break', 'away', 'absent']);

/**
 * What is new in a ticket's snapshot against the one before: the most pressing alone, null where it is nothing to hear
 * of. `tell` chooses the visitor's language of a text that has three.
 */
export function newsOf(
  before: HolderTicket,
  after: HolderTicket,
  tell: (text: Localized) => string,
): TicketNews | null {
  if (after.status === 'called') {
    const isKnown = before.status === 'called' && before.calledAt === after.calledAt;
    return isKnown && before.recalls >= after.recalls ? null : { kind: 'called', told: null };
  }
  if (after.status !== before.status && (after.status === 'no_show' || after.status === 'cancelled')) {
    return { kind: 'ended', told: null };
  }
  if (after.status !== 'waiting' || before.status !== 'waiting') return null;
  if (after.service.id !== before.service.id) {
    return { kind: 'moved', told: `${tell(after.counter.name)}, ${tell(after.service.name)}` };
  }
  const [was, is] = [before.standing, after.standing];
  if (is?.reason && atRest.has(is.state) && isOtherStop(was, is)) {
    return {
      kind: 'stopped',
      told: [is.cause, is.reason].flatMap((each) => (each ? [tell(each)] : [])).join('. '),
    };
  }
  if (was && atRest.has(was.state) && is?.state === 'serving') return { kind: 'resumed', told: null };
  const closing = after.servedToday?.sentence;
  return closing && !before.servedToday?.sentence ? { kind: 'closing', told: tell(closing) } : null;
}

type Standing = NonNullable<HolderTicket['standing']>;

/** Another stop, or the same with another reason or end; that its end passed by changes nothing. */
function isOtherStop(was: Standing | null, is: Standing): boolean {
  if (!was || !atRest.has(was.state)) return true;
  const isSame = was.state === is.state || (was.state === 'away' && is.state === 'absent');
  return !isSame || was.cause?.id !== is.cause?.id || (is.until !== null && is.until !== was.until);
}

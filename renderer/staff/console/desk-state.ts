import type { DeskSnapshot, QueueTicket, User } from '../../../electron/contract/staff';
import type { Ticket } from '../../../electron/contract/tickets';
import type { Outcome } from '../commands/command-outbox';
import type { TextKey } from '../texts';

export type DeskVerb = 'recall' | 'start' | 'finish' | 'noShow' | 'hold' | 'transfer' | 'addService';

/** What the one big button does: the next step of an officer who does nothing special. */
export type NextStep =
  | { readonly step: 'call'; readonly next: QueueTicket }
  | { readonly step: 'nobody' }
  | { readonly step: 'start'; readonly ticket: QueueTicket }
  | { readonly step: 'finishAndCallNext'; readonly ticket: QueueTicket; readonly next: QueueTicket }
  /** `breakMinutes`: a break was granted that begins then. */
  | { readonly step: 'finish'; readonly ticket: QueueTicket; readonly breakMinutes: number | null };

export function nextStep(snapshot: DeskSnapshot): NextStep {
  const { ticket } = snapshot;
  const next = snapshot.queue.waiting[0];
  if (!ticket) return next ? { step: 'call', next } : { step: 'nobody' };
  if (ticket.status === 'called') return { step: 'start', ticket };
  const { breakAsked } = snapshot.desk;
  const breakMinutes = breakAsked?.answer?.granted ? breakAsked.minutes : null;
  return next && breakMinutes === null
    ? { step: 'finishAndCallNext', ticket, next }
    : { step: 'finish', ticket, breakMinutes };
}

/** Why a verb can't be used now, or null where it can. The server decides; this only spares a useless press. */
export function whyNot(verb: DeskVerb, snapshot: DeskSnapshot): TextKey | null {
  const { ticket, recallLimit } = snapshot;
  if (!ticket) return 'why.noTicket';
  const called = ticket.status === 'called';
  switch (verb) {
    case 'recall':
      if (!called) return 'why.alreadyServing';
      return ticket.recalls >= recallLimit ? 'why.recallLimit' : null;
    case 'start':
    case 'noShow':
      return called ? null : 'why.alreadyServing';
    default:
      return null;
  }
}

/** Whether this user can still take an end back at a moment: their own mistake, or anybody's as a supervisor. */
export function mayTakeBack(
  ended: { readonly by: string; readonly until: string },
  user: Pick<User, 'id' | 'role'>,
  now: number,
): boolean {
  return now <= new Date(ended.until).getTime() && (ended.by === user.id || user.role !== 'staff');
}

/** Whether the snapshot already shows what the last press did, so that the next press sees the truth. */
export function showsOutcome(snapshot: DeskSnapshot, outcome: Outcome): boolean {
  if ('refusal' in outcome || outcome.answer === null) return true;
  const { meaning } = outcome.press;
  const answered = outcome.answer as Ticket;
  switch (meaning) {
    case 'callNext':
    case 'call':
    case 'start':
    case 'finishAndCallNext':
    case 'finishAndCall':
      return snapshot.ticket?.id === answered.id && snapshot.ticket.status === answered.status;
    case 'takeBack':
      return answered.status === 'waiting' || snapshot.ticket?.id === answered.id;
    case 'letOthersPass':
    case 'finish':
    case 'noShow':
    case 'hold':
    case 'transfer':
      return snapshot.ticket?.id !== answered.id;
    default:
      return true;
  }
}

import { printerDetail } from '../../electron/contract/printer-details';
import { type PrinterCause, type PrinterStatus, stateOfCause } from '../../electron/contract/printer-status';

/** What the printer says of itself, whichever way it says it. */
export interface Condition {
  readonly online: boolean;
  readonly coverOpen: boolean;
  /** Somebody holds the feed button. */
  readonly feedButton: boolean;
  /** `unknown`: it doesn't say. */
  readonly paper: 'enough' | 'low' | 'out' | 'unknown';
  readonly fault: 'none' | 'cutter' | 'overheated' | 'unrecoverable' | 'mechanical';
  /** A ticket that was cut off and not taken; only printers with a presenter see it. */
  readonly ticketInMouth: boolean;
}

/** The status that a cause is told as. */
export function statusFor(cause: PrinterCause): PrinterStatus {
  return { state: stateOfCause[cause], cause, detail: printerDetail(cause) };
}

export const readyStatus: PrinterStatus = { state: 'ready', cause: null, detail: null };

/** The status to tell of a condition: what keeps it from printing first, then what will soon. */
export function statusOf(condition: Condition): PrinterStatus {
  const cause = causeOf(condition);
  return cause === null ? readyStatus : statusFor(cause);
}

function causeOf(condition: Condition): PrinterCause | null {
  if (condition.coverOpen) return 'cover_open';
  if (condition.fault !== 'none') return condition.fault;
  if (condition.paper === 'out') return 'paper_out';
  if (condition.feedButton) return 'feed_button';
  if (!condition.online) return 'not_ready';
  if (condition.ticketInMouth) return 'ticket_in_mouth';
  if (condition.paper === 'low') return 'paper_low';
  return condition.paper === 'unknown' ? 'cannot_tell' : null;
}

import { useEffect, useEffectEvent, useState } from 'react';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { useScannedTickets } from '../../client/scans';
import { useTicketLookup } from '../../client/ticket-lookup';
import { useToast } from '../../ui/office/toast';
import { isDialogOpen } from '../dialogs/is-dialog-open';
import { useTexts } from '../texts';

/**
 * Calls the ticket that was scanned at the desk. A scan is no double press: it waits until the desk is ready again. A
 * dialog that is open, or was opened meanwhile, goes first, and says so.
 */
export function useScannedCalls(parts: {
  readonly ready: boolean;
  readonly call: (ticket: HolderTicket) => void;
  /** Why nothing is called. */
  readonly hint: (sentence: string) => void;
}): void {
  const { ready, call, hint } = parts;
  const { t } = useTexts();
  const say = useToast();
  /** The ticket that is to be called. */
  const [scanned, setScanned] = useState<HolderTicket | null>(null);
  const { lookUp } = useTicketLookup((result) => {
    if (result.kind === 'found') setScanned(result.ticket);
    else hint(t(result.kind === 'unknown' ? 'scan.unknown' : 'scan.again'));
  });
  const callNow = useEffectEvent((ticket: HolderTicket) =>
    isDialogOpen() ? say(t('deaf.dialog')) : call(ticket),
  );
  useEffect(() => {
    if (!ready || scanned === null) return;
    setScanned(null);
    callNow(scanned);
  }, [ready, scanned]);
  useScannedTickets((token) => {
    if (isDialogOpen()) return say(t('deaf.dialog'));
    setScanned(null);
    lookUp(token);
  });
}

import { useEffect, useRef, useState } from 'react';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { useScannedTickets } from '../../client/scans';
import { useTicketLookup } from '../../client/ticket-lookup';
import type { ScanWord } from './scan-notice';

/** A word about the last scan; `turn` tells it from the same word about another one. */
export interface SaidOfScan {
  readonly word: ScanWord;
  readonly turn: number;
}

/**
 * Shows the ticket that was held under the scanner, and answers what to say where none can be shown. What is looked up
 * or said belongs to the screen that it was scanned at, and ends with it.
 */
export function useScans(parts: {
  /** Another one for each screen that is shown, and for each visitor. */
  readonly screen: object;
  /** `later`: what is on the screen must be ended first. `never`: nobody here has a ticket to show. */
  readonly show: 'now' | 'later' | 'never';
  readonly found: (ticket: HolderTicket) => void;
}): { readonly said: SaidOfScan | null; readonly over: () => void } {
  const { screen, show, found } = parts;
  const [said, setSaid] = useState<SaidOfScan | null>(null);
  const turn = useRef(0);
  const say = (word: ScanWord) => {
    turn.current += 1;
    setSaid({ word, turn: turn.current });
  };
  const over = () => setSaid(null);
  const { lookUp, forget, isSlow } = useTicketLookup((result) => {
    if (result.kind === 'found') found(result.ticket);
    else say(result.kind === 'unknown' ? 'scanUnknown' : 'scanAgain');
  });
  useScannedTickets((token) => {
    if (show === 'never') return;
    over();
    if (show === 'later') say('scanLater');
    else lookUp(token);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of what is shown, whatever it is.
  useEffect(
    () => () => {
      forget();
      setSaid(null);
    },
    [screen, show, forget],
  );
  return { said: isSlow ? { word: 'scanLooking', turn: 0 } : said, over };
}

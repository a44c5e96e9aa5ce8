import { useState } from 'react';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { HolderTicket, Priority } from '../../../electron/contract/tickets';
import { useLiveLine, useSnapshot } from '../../client/live/use-live-line';
import { useLasted } from '../../ui/use-lasted';
import { printerFault } from '../printer-fault';
import type { Orientation } from '../use-canvas';
import { EndedScreen } from './ended-screen';
import { PaperlessScreen } from './paperless-screen';
import { TicketScreen } from './ticket-screen';

/** Nobody is kept waiting longer for a paper that doesn't come, whatever the printer says of itself. */
const paperLateAfterMs = 20_000;

/**
 * What a visitor sees from the number on, followed live: the paper coming out, or the choice to do without it, or
 * that the number has ended. `given` is the ticket as it was answered; `done` leads home. Where the hall gives no numbers
 * without paper, none is offered: a paper that is late is waited for.
 */
export function TicketFlow({
  given,
  unasked,
  kiosk,
  now,
  orientation,
  done,
}: {
  readonly given: HolderTicket;
  /** Who may go first there and wasn't asked. */
  readonly unasked: readonly Priority[];
  readonly kiosk: KioskSnapshot;
  /** The server's time, milliseconds since 1970. */
  readonly now: number;
  readonly orientation: Orientation;
  readonly done: () => void;
}) {
  const live = useLiveLine([`ticket:${given.token}`]);
  const followed = useSnapshot<HolderTicket>(live, `ticket:${given.token}`);
  /** The answer to what was pressed here, until the line tells the same or more. */
  const [answered, setAnswered] = useState<HolderTicket | null>(null);
  const ticket = later(answered, followed ?? given);
  const isPrinting = ticket.status === 'printing';
  const isLate = useLasted(isPrinting, paperLateAfterMs);
  const fault = printerFault(kiosk) ?? (isLate && kiosk.paperlessAllowed ? 'paperLate' : null);

  if (ticket.status === 'void' || ticket.status === 'cancelled') {
    return <EndedScreen ticket={ticket} orientation={orientation} done={done} />;
  }
  if (isPrinting && fault) {
    return (
      <PaperlessScreen
        ticket={ticket}
        fault={fault}
        cause={kiosk.printer.cause}
        paperlessAllowed={kiosk.paperlessAllowed}
        now={now}
        orientation={orientation}
        answered={setAnswered}
        done={done}
      />
    );
  }
  return (
    <TicketScreen ticket={ticket} unasked={unasked} kiosk={kiosk} orientation={orientation} done={done} />
  );
}

/** An answer is newer than a snapshot that still shows the ticket as printing. */
function later(answered: HolderTicket | null, followed: HolderTicket): HolderTicket {
  return answered && followed.status === 'printing' ? answered : followed;
}

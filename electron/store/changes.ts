/** What a transaction changed; told after its commit to whoever watches (server events, print workers). */
export type Change =
  /** A ticket's state, place or paper; its holder's phone and its counter's queue. */
  | { readonly kind: 'ticket'; readonly ticketId: number; readonly counterId: number }
  /** Who sits at a desk, or its pause, or the ticket there. */
  | { readonly kind: 'desk'; readonly deskId: number; readonly counterId: number }
  /** A call or recall was made: `sequence` in `calls`. */
  | { readonly kind: 'call'; readonly sequence: number }
  /** A print job was made or freed for the device. */
  | { readonly kind: 'print_job'; readonly deviceId: string }
  /** A ticket took paper from a printer's roll, or the roll ended or began. */
  | { readonly kind: 'paper' }
  /** A user's sessions were ended, or what the user may do was changed. */
  | { readonly kind: 'account'; readonly userId: number }
  /** Another database took the place of the one before: anything may differ. Comes with `configuration`. */
  | { readonly kind: 'replaced' }
  /**
   * A counter or a service of it was stopped by hand, or goes on, or its end or reason is another; `counterId` null: the whole
   * hall. Those who wait there hear it at once, and nobody else's phone is asked.
   */
  | { readonly kind: 'stop'; readonly counterId: number | null }
  /** The hall was linked with a centre, or is so no more. */
  | { readonly kind: 'feed' }
  /** Counters, services, hours, closures, desks, printers or settings were edited. */
  | { readonly kind: 'configuration' };

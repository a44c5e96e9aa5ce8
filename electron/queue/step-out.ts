/** Minutes for which a visitor who goes out keeps the place: a prayer, a copy, the lavatory. */
export const stepOutMinutes = 30;

/** Whether a number is held because its visitor went out; one that an officer holds has that officer's desk. */
export function isSteppedOut(ticket: { readonly status: string; readonly deskId: number | null }): boolean {
  return ticket.status === 'held' && ticket.deskId === null;
}

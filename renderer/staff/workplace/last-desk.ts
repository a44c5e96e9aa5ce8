const kept = (userId: string) => `antre.staff.desk.${userId}`;

/** The id of the desk at which a user sat last on this computer, or null. */
export function lastDesk(userId: string): string | null {
  return localStorage.getItem(kept(userId));
}

/** Remembers the desk at which a user sits. */
export function keepLastDesk(userId: string, deskId: string): void {
  localStorage.setItem(kept(userId), deskId);
}

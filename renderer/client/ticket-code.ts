/** A ticket's token in what a scanner read: its phone page's address, or the token alone; null for another code. */
export function tokenIn(text: string): string | null {
  return /(?:^|\/t\/)([A-Za-z0-9_-]{22,64})$/.exec(text.trim())?.[1] ?? null;
}

/** Whether that is the address of a ticket's phone page, which nobody types and nobody has for a password. */
export function isTicketAddress(text: string): boolean {
  return text.includes('/t/') && tokenIn(text) !== null;
}

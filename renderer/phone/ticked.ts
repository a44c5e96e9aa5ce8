const place = 'antre:ticked';
/** Tickets of which ticks are kept; older ones make room. */
const ticketsKept = 5;

type Kept = Readonly<Record<string, readonly string[]>>;

/** What a ticket's holder has ticked of its documents, in their Indonesian names; nothing where the browser keeps nothing. */
export function tickedOf(token: string): readonly string[] {
  return kept()[token] ?? [];
}

/** Keeps on this phone alone what is ticked, until the ticket is gone. */
export function keepTicked(token: string, documents: readonly string[]): void {
  const { [token]: _before, ...others } = kept();
  write(Object.fromEntries([[token, documents], ...Object.entries(others)].slice(0, ticketsKept)));
}

/** Forgets what was ticked for a ticket. */
export function forgetTicked(token: string): void {
  const { [token]: had, ...others } = kept();
  if (had) write(others);
}

function kept(): Kept {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Kept) : {};
  } catch {
    return {};
  }
}

function write(ticked: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(ticked));
  } catch {
    // A private window: the ticks last as long as the page.
  }
}

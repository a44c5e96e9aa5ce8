/** What is known of the tries at one secret. Times are milliseconds since 1970 UTC. */
export interface Tries {
  readonly count: number;
  /** The last try; of a rule that counts within a window, the window's first. */
  readonly lastAt: number;
  readonly lockedUntil: number | null;
}

/** How often a secret may be tried. */
export interface AttemptRule {
  /** So many tries until a pause, and again until the next. */
  readonly tries: number;
  /** Minutes: the first pause, the second, and the last for all that follow. */
  readonly pauses: readonly [number, ...number[]];
  /** Minutes after which tries count no longer. */
  readonly forgottenAfter: number;
  /** Forgotten so long after the first of them, not after the last. */
  readonly windowed?: true;
}

/** From everywhere together, for a guesser with many addresses. */
export const fromEverywhere: AttemptRule = { tries: 200, pauses: [15], forgottenAfter: 60, windowed: true };

const minute = 60_000;

/**
 * One more try at `now`: what is known from then on, or for how many milliseconds no try is taken. The try that fills a
 * round is still taken and begins the pause. A pause longer than any, or a try in the future, is from before the clock
 * was set back, and counts as over.
 */
export function nextTry(
  rule: AttemptRule,
  before: Tries | undefined,
  now: number,
): { readonly tries: Tries } | { readonly waitMs: number } {
  const longest = Math.max(...rule.pauses) * minute;
  const waitMs = (before?.lockedUntil ?? now) - now;
  if (waitMs > 0 && waitMs <= longest) return { waitMs };
  const isKnown = before && Math.abs(now - before.lastAt) <= rule.forgottenAfter * minute;
  const count = (isKnown ? before.count : 0) + 1;
  const rounds = Math.floor(count / rule.tries);
  const pause = rule.pauses[Math.min(rounds, rule.pauses.length) - 1] ?? 0;
  return {
    tries: {
      count,
      lastAt: isKnown && rule.windowed ? before.lastAt : now,
      lockedUntil: count % rule.tries === 0 ? now + pause * minute : null,
    },
  };
}

/** A machine has all addresses of its IPv6 network (64 bits); by one of IPv4 it is known itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = (address.split('%', 1)[0] ?? '').split('::', 2);
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const zeros: string[] = address.includes('::')
    ? Array(Math.max(0, 8 - first.length - last.length)).fill('0')
    : [];
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

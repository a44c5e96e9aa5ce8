import type { CentreLink } from '../../contract/admin-centre';
import type { Finding } from '../../contract/admin-hall';

/** A centre that is away for longer is told: an office may be shut over a weekend. */
const mayBeAwayMs = 4 * 24 * 3_600_000;
/** These no waiting mends. */
const atOnce = ['two_machines', 'stopped', 'revoked', 'gone', 'malformed', 'other_key'] as const;

/** What an admin should know of the link with a centre. `now` is milliseconds since 1970 UTC. */
export function centreFindings({ link, journal }: CentreLink, now: number): Finding[] {
  const about = { subject: 'centre', name: null, kind: 'centre' } as const;
  if (journal?.needsLink) return [{ ...about, detail: 'needs_link' }];
  if (!link?.sends || !link.contact || link.contact.state === 'reached') return [];
  const { state, since } = link.contact;
  const isGrave = atOnce.some((each) => each === state);
  const waitsSince = journal?.since ? Math.min(Date.parse(journal.since), Date.parse(since)) : null;
  if (!isGrave && (waitsSince === null || now - waitsSince < mayBeAwayMs)) return [];
  return [{ ...about, detail: state, occurred: { at: since, since, count: 1, error: link.contact.detail } }];
}

import { recordAudit } from '../../actions/accounts/record-audit';
import type { RouteName } from '../../contract/routes';
import { Refusal } from '../../queue/refusal';
import { actorOf } from '../callers';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';
import { type Https, httpsState } from '../tls/https-state';

/** How the hall is served by https, and another authority. */
export function adminHttpsRoutes(parts: ServerParts, https: Https) {
  return {
    https: ({ raw }) => ({ status: 200, body: httpsState(https, parts, raw) }),
    replaceAuthority: async ({ caller, raw }) => {
      if (!https) throw new Refusal('not_found');
      const fingerprint = () => https.certificate.authority?.fingerprint256 ?? null;
      const before = fingerprint();
      await https.certificate.replaceAuthority();
      await https.listener.look();
      if (fingerprint() !== before) {
        parts.actionRunner.run(actorOf(caller), (context) =>
          recordAudit(context, {
            action: 'replaceAuthority',
            subject: 'https',
            before: { fingerprint: before },
            after: { fingerprint: fingerprint() },
          }),
        );
      }
      return { status: 200, body: httpsState(https, parts, raw) };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

import { recordAudit } from '../../actions/accounts/record-audit';
import type { RouteName } from '../../contract/routes';
import { actorOf, type ProvenCaller } from '../callers';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

/** Newer versions of Antre. */
export function adminUpdateRoutes({ updates, actionRunner }: Pick<ServerParts, 'updates' | 'actionRunner'>) {
  const note = (caller: ProvenCaller, action: 'takeUpdate' | 'leaveUpdate', after?: unknown) =>
    actionRunner.run(actorOf(caller), (context) =>
      recordAudit(context, { action, subject: 'update', ...(after === undefined ? {} : { after }) }),
    );
  return {
    updateState: () => ({ status: 200, body: updates.state() }),
    lookForUpdates: () => {
      updates.look();
      return { status: 202, body: updates.state() };
    },
    takeUpdate: ({ body, caller }) => {
      updates.take(body);
      note(caller, 'takeUpdate', body);
      return { status: 202, body: updates.state() };
    },
    leaveUpdate: ({ caller }) => {
      updates.leave();
      note(caller, 'leaveUpdate');
      return { status: 200, body: updates.state() };
    },
  } satisfies Partial<Handlers<RouteName>>;
}

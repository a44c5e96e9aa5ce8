import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAudit } from '../../actions/accounts/record-audit';
import type { ActionContext } from '../../actions/action';
import type { Answer } from '../../actions/action-runner';
import type { RouteName } from '../../contract/routes';
import type { Route } from '../../contract/routes/route';
import type { HeavyInput, HeavyJob } from '../../heavy/heavy-jobs';
import { Refusal } from '../../queue/refusal';
import { lookAt } from '../../views/view-context';
import type { Turns } from '../bounds/turns';
import { actorOf, nameOf, reachOfCaller } from '../callers';
import type { ServerParts } from '../parts';
import { keyOf } from './request-key';
import { requireReach } from './require-reach';
import type { Edit } from './route-request';

type EditingAction = (context: ActionContext) => Answer & { readonly edit?: Edit };

/**
 * A request of a proven caller as the route's handler gets it. Throws `Refusal` for what is out of the caller's reach.
 */
export function makeRouteRequest(
  [name, route]: readonly [RouteName, Route],
  parts: ServerParts,
  heavyTurns: Turns,
  raw: FastifyRequest,
  reply: FastifyReply,
) {
  const caller = raw.provenCaller;
  if (!caller) throw new Refusal('not_signed_in');
  const reach = reachOfCaller(caller);
  requireReach(parts.hall(), route, reach, { params: raw.params, query: raw.query });
  const audited = (action: EditingAction) => (context: ActionContext) => {
    const { edit, ...answer } = action(context);
    if (caller.kind === 'user' || caller.kind === 'token' || caller.kind === 'technician') {
      recordAudit(context, { action: name, subject: subjectOf(route, raw), ...edit });
    }
    return answer;
  };
  return {
    params: raw.params,
    query: raw.query,
    body: raw.body ?? undefined,
    file: raw.sentFile,
    caller,
    reach,
    raw,
    reply,
    look: () => lookAt(parts),
    heavy: (job: HeavyJob, input: HeavyInput<HeavyJob>) =>
      heavyTurns.take(nameOf(caller), async () => {
        // Nobody waits for it any more.
        if (reply.raw.closed) throw new Refusal('work_broken_off');
        return await parts.heavyWork.run(job, input);
      }),
    act: (action: EditingAction): Answer =>
      parts.actionRunner.perform(actorOf(caller), keyOf(route, raw, caller), audited(action)),
    actTogether: (action: EditingAction): Promise<Answer> =>
      parts.actionRunner.performTogether(actorOf(caller), keyOf(route, raw, caller), audited(action)),
  };
}

/** `/desks/3/start` is about `desk:3`. */
function subjectOf({ subject, path }: Route, request: FastifyRequest): string | null {
  const parameter = /:(\w+)/.exec(path)?.[1];
  if (subject === undefined || parameter === undefined) return null;
  return `${subject}:${(request.params as Readonly<Record<string, string>>)[parameter]}`;
}

import { changeFollowUp, makeFollowUp, removeFollowUp } from '../../actions/survey/follow-ups';
import type { RouteName } from '../../contract/routes';
import { findFollowUp, followUpPlansView } from '../../views/follow-ups-view';
import { edited, made, removed } from '../routing/edit';
import type { Handlers } from '../routing/route-request';

/** What becomes of a satisfaction survey's results. */
export const followUpHandlers = {
  followUps: ({ look }) => ({ status: 200, body: { plans: followUpPlansView(look()) } }),
  makeFollowUp: ({ act, body }) =>
    act((context) => made('follow_up', findFollowUp(context.transaction, makeFollowUp(context, body)))),
  changeFollowUp: ({ act, params, body, raw }) =>
    act((context) =>
      edited(
        raw,
        () => findFollowUp(context.transaction, Number(params.id)),
        () => changeFollowUp(context, Number(params.id), body),
      ),
    ),
  removeFollowUp: ({ act, params, raw }) =>
    act((context) =>
      removed(
        raw,
        () => findFollowUp(context.transaction, Number(params.id)),
        () => removeFollowUp(context, Number(params.id)),
      ),
    ),
} satisfies Partial<Handlers<RouteName>>;

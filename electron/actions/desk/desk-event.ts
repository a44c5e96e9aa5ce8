import { type EventKind, recordEvent } from '../../store/events';
import type { ActionContext } from '../action';
import type { UserActor } from './standing';

/** Writes what a user did at a desk, or for it, apart from any ticket. */
export function recordDeskEvent(
  context: ActionContext,
  user: Pick<UserActor, 'userId'>,
  kind: EventKind,
  deskId: number,
  data?: Readonly<Record<string, unknown>>,
): void {
  recordEvent(context.transaction, {
    at: context.now,
    businessDate: context.businessDate,
    kind,
    deskId,
    userId: user.userId,
    ...(data === undefined ? {} : { data }),
  });
}

import type { ActionContext } from '../action';
import { beginPause } from './pause-desk';
import type { Desk } from './standing';

const minute = 60_000;

/** Begins the break that a supervisor granted, if there is one, at a desk that has just become free. */
export function beginGrantedBreak(context: ActionContext, desk: Desk): void {
  const { breakAnswer, breakReason, breakMinutes, userId } = desk.state;
  if (breakAnswer !== 'granted' || breakReason === null || breakMinutes === null || userId === null) return;
  beginPause(context, {
    deskId: desk.hall.id,
    userId,
    reason: breakReason,
    until: context.now + breakMinutes * minute,
  });
}

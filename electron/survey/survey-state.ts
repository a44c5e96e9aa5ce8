import type { SurveyInvitation } from '../contract/survey';

/**
 * Whether a visit may be judged: once, when it is over and was served, and on its own day only, since afterwards
 * nobody knows any more who has answered.
 */
export function surveyState(
  ticket: { readonly status: string; readonly businessDate: string; readonly answered: boolean },
  today: string,
): SurveyInvitation['state'] {
  if (ticket.businessDate !== today) return 'closed';
  if (ticket.answered) return 'answered';
  return ticket.status === 'done' ? 'open' : 'not_served';
}

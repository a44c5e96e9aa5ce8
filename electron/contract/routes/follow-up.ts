import { followUp, followUpChange, followUpPlans, newFollowUp } from '../follow-up';
import { byId, supervisors } from './collection';
import type { RouteRows } from './route';

/** What becomes of a satisfaction survey's results. */
export const followUpRoutes = {
  followUps: {
    method: 'GET',
    path: '/reports/follow-ups',
    callers: supervisors,
    reach: 'hall',
    summary: 'What is done about the results of the satisfaction surveys, by report',
    answers: { 200: followUpPlans },
  },
  makeFollowUp: {
    method: 'POST',
    path: '/reports/follow-ups',
    callers: supervisors,
    reach: 'hall',
    summary: "Resolve to do something about a survey's result",
    body: newFollowUp,
    answers: { 201: followUp },
    key: 'optional',
  },
  changeFollowUp: {
    method: 'PATCH',
    path: '/reports/follow-ups/:id',
    callers: supervisors,
    reach: 'hall',
    summary: 'Change what was resolved, or say that it was done and what shows it',
    subject: 'follow_up',
    params: byId,
    body: followUpChange,
    answers: { 200: followUp },
  },
  removeFollowUp: {
    method: 'DELETE',
    path: '/reports/follow-ups/:id',
    callers: supervisors,
    reach: 'hall',
    summary: 'Take back what was resolved',
    subject: 'follow_up',
    params: byId,
    answers: { 204: null },
  },
} as const satisfies RouteRows;

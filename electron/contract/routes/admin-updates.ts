import { updateState, updateWish } from '../admin-updates';
import { admins, supervisors } from './collection';
import type { RouteRows } from './route';

/** Newer versions of Antre: where they lie, and when one is taken. */
export const adminUpdateRoutes = {
  updateState: {
    method: 'GET',
    path: '/admin/update',
    callers: supervisors,
    reach: 'hall',
    summary:
      'Which version runs, which newer ones lie where, what is under way, and how the last update went',
    answers: { 200: updateState },
  },
  lookForUpdates: {
    method: 'POST',
    path: '/admin/update/look',
    callers: admins,
    summary: 'Begin to look for newer versions in all places, judging their signatures',
    answers: { 202: updateState },
  },
  takeUpdate: {
    method: 'POST',
    path: '/admin/update',
    callers: admins,
    summary: 'Take a version that was found, now or once the hall has closed',
    body: updateWish,
    answers: { 202: updateState },
  },
  leaveUpdate: {
    method: 'DELETE',
    path: '/admin/update',
    callers: admins,
    summary: 'Take none tonight',
    answers: { 200: updateState },
  },
} as const satisfies RouteRows;

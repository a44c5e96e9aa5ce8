import { settingsChange, shownSettings } from '../settings';
import { site } from '../site';
import { admins, supervisors } from './collection';
import type { RouteRows } from './route';

/** The rules of the whole hall. */
export const adminRoutes = {
  settings: {
    method: 'GET',
    path: '/admin/settings',
    callers: supervisors,
    reach: 'any',
    summary: "The hall's settings",
    answers: { 200: shownSettings },
  },
  changeSettings: {
    method: 'PATCH',
    path: '/admin/settings',
    callers: admins,
    summary: "Change the hall's settings",
    body: settingsChange,
    answers: { 200: shownSettings },
  },
  goLive: {
    method: 'POST',
    path: '/admin/go-live',
    callers: admins,
    inPerson: true,
    summary: 'End practice mode',
    answers: { 200: site },
    key: 'optional',
  },
} as const satisfies RouteRows;

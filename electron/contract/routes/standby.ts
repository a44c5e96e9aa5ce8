import { standbyChoice, standbyFiles, standbyReport, standbyState } from '../standby';
import { admins } from './collection';
import type { RouteRows } from './route';

/** A second machine that keeps what the main one has, to take over. */
export const standbyRoutes = {
  standbyState: {
    method: 'GET',
    path: '/admin/standby',
    callers: admins,
    summary: 'Which machine stands by, and how far it is',
    answers: { 200: standbyState },
  },
  chooseStandby: {
    method: 'POST',
    path: '/admin/standby',
    callers: admins,
    summary: 'Choose the machine that stands by, or none',
    body: standbyChoice,
    answers: { 200: standbyState },
    key: 'optional',
  },
  standbyFiles: {
    method: 'GET',
    path: '/devices/me/standby/files',
    callers: ['kiosk'],
    summary: 'The files of the hall that stand in no database, for the standby alone',
    answers: { 200: standbyFiles },
  },
  reportStandby: {
    method: 'POST',
    path: '/devices/me/standby/report',
    callers: ['kiosk'],
    summary: 'Tell how far the standby is',
    body: standbyReport,
    signOfLife: true,
    answers: { 204: null },
  },
} as const satisfies RouteRows;

import {
  mainAnswer,
  mainQuestion,
  standbyChoice,
  standbyFiles,
  standbyReport,
  standbyState,
  succession,
  successionAnswer,
} from '../standby';
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
    inPerson: true,
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
  proveMain: {
    method: 'POST',
    path: '/main-machine/proof',
    callers: ['anyone'],
    rate: 'unproven_act',
    summary: 'Prove to a device, or to another machine of the hall, that this is its main one',
    body: mainQuestion,
    signOfLife: true,
    answers: { 200: mainAnswer },
  },
  giveWay: {
    method: 'POST',
    path: '/main-machine/succession',
    callers: ['anyone'],
    rate: 'guess',
    summary: 'Tell a machine that another has taken over; believed with a proof alone',
    body: succession,
    answers: { 200: successionAnswer },
  },
} as const satisfies RouteRows;

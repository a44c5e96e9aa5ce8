import { z } from 'zod';
import { closureList, closureListAnswer, closureListPreview } from '../admin-closures';
import {
  adminClosure,
  adminCounter,
  adminDay,
  adminDesk,
  adminHours,
  adminService,
  closureChange,
  counterChange,
  deskChange,
  finding,
  hoursChange,
  institutionRename,
  newClosure,
  newCounter,
  newDesk,
  newHours,
  newService,
  renamedInstitution,
  serviceChange,
} from '../admin-hall';
import { hallToday } from '../admin-today';
import { date, timeOfDay } from '../common';
import { addRoute, admins, changeRoute, listRoute, oneRoute, removeRoute, supervisors } from './collection';
import type { RouteRows } from './route';

/** Lists leave archived rows out unless asked for. */
const archivedToo = z.strictObject({ archived: z.enum(['true', 'false']).optional() });

/** A list of all the days of some years on which a hall is closed. */
const listBytes = 512 * 1024;

/** The hall's collections; each row's ETag is its version in quotes, `If-Match` is taken on PATCH and DELETE. */
export const adminHallRoutes = {
  adminCounters: { ...listRoute('/admin/counters', adminCounter, 'All counters', 'own'), query: archivedToo },
  adminCounter: oneRoute('/admin/counters/:id', adminCounter, 'One counter', 'counter'),
  makeCounter: addRoute('/admin/counters', newCounter, adminCounter, 'Make a counter'),
  changeCounter: changeRoute(
    'counter',
    '/admin/counters/:id',
    counterChange,
    adminCounter,
    'Change or move a counter',
  ),
  archiveCounter: removeRoute(
    'counter',
    '/admin/counters/:id',
    'Archive a counter with its services and desks',
  ),

  adminServices: { ...listRoute('/admin/services', adminService, 'All services', 'own'), query: archivedToo },
  adminService: oneRoute('/admin/services/:id', adminService, 'One service', 'act'),
  makeService: addRoute('/admin/services', newService, adminService, 'Make a service'),
  changeService: changeRoute(
    'service',
    '/admin/services/:id',
    serviceChange,
    adminService,
    'Change or move a service',
  ),
  archiveService: removeRoute('service', '/admin/services/:id', 'Archive a service'),

  adminDesks: { ...listRoute('/admin/desks', adminDesk, 'All desks', 'own'), query: archivedToo },
  adminDesk: oneRoute('/admin/desks/:id', adminDesk, 'One desk', 'act'),
  makeDesk: addRoute('/admin/desks', newDesk, adminDesk, 'Make a desk'),
  changeDesk: changeRoute('desk', '/admin/desks/:id', deskChange, adminDesk, 'Change a desk'),
  archiveDesk: removeRoute('desk', '/admin/desks/:id', 'Archive a desk'),

  adminHours: listRoute('/admin/hours', adminHours, 'All weekly hours', 'own'),
  adminHoursOf: oneRoute(
    '/admin/hours/:id',
    adminHours,
    'The weekly hours of the hall, a counter or a service',
    'act',
  ),
  makeHours: addRoute('/admin/hours', newHours, adminHours, 'Give a counter or service hours of its own'),
  changeHours: changeRoute('hour', '/admin/hours/:id', hoursChange, adminHours, 'Change weekly hours'),
  removeHours: removeRoute('hour', '/admin/hours/:id', 'Let the wider hours apply again'),

  adminClosures: listRoute('/admin/closures', adminClosure, 'All closures and days with other hours', 'own'),
  adminClosure: oneRoute('/admin/closures/:id', adminClosure, 'One closure', 'act'),
  makeClosure: addRoute(
    '/admin/closures',
    newClosure,
    adminClosure,
    'Close for some days, or set other hours',
  ),
  changeClosure: changeRoute(
    'closure',
    '/admin/closures/:id',
    closureChange,
    adminClosure,
    'Change a closure',
  ),
  removeClosure: removeRoute('closure', '/admin/closures/:id', 'Remove a closure'),

  previewClosureList: {
    method: 'POST',
    path: '/admin/closures/list/preview',
    callers: admins,
    summary: 'What a list of closed days would make; nothing is made',
    body: closureList,
    mostBytes: listBytes,
    answers: { 200: closureListPreview },
  },
  importClosureList: {
    ...addRoute(
      '/admin/closures/list',
      closureList,
      closureListAnswer,
      'Close on the days of a list, all or none',
    ),
    mostBytes: listBytes,
  },

  renameInstitution: {
    method: 'POST',
    path: '/admin/institutions/rename',
    callers: admins,
    summary: 'Give an institution another name at all its counters; its people stay its own',
    body: institutionRename,
    answers: { 200: renamedInstitution },
    key: 'optional',
  },

  findings: listRoute('/admin/findings', finding, 'What of the configuration an admin should look at', 'own'),

  hallToday: {
    method: 'GET',
    path: '/admin/today',
    callers: supervisors,
    reach: 'own',
    summary: 'How the day goes: its hours, who waits, which desks are staffed',
    answers: { 200: hallToday },
  },

  adminDay: {
    method: 'GET',
    path: '/admin/day',
    callers: supervisors,
    reach: 'own',
    summary: "Each service's opening on a date, and how visitors will find it at a time of that day",
    query: z.strictObject({ date, time: timeOfDay.optional() }),
    answers: { 200: adminDay },
  },
} as const satisfies RouteRows;

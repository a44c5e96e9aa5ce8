import { z } from 'zod';
import { id } from '../../common';
import {
  codeRequest,
  hallDetail,
  hallName,
  hallNow,
  hallsNow,
  letInRequest,
  waitingHall,
} from '../halls-now';
import { type CentreRouteRows, centreRoles } from '../route';

const params = z.strictObject({ hall: id });

/** The halls as they are now, and letting them in and out. */
export const hallRoutes = {
  halls: {
    method: 'GET',
    path: '/halls',
    callers: centreRoles,
    halls: 'own',
    summary: 'The halls as they are now',
    answers: { 200: hallsNow },
  },
  hallsEvents: {
    method: 'GET',
    path: '/halls/events',
    callers: centreRoles,
    halls: 'own',
    summary: 'The halls as they are now, and again whenever that changes, as events `halls`',
    produces: 'text/event-stream',
    answers: { 200: z.string() },
  },
  hall: {
    method: 'GET',
    path: '/halls/:hall',
    callers: centreRoles,
    halls: 'id',
    summary: 'One hall: its counters, devices and journal',
    params,
    answers: { 200: hallDetail },
  },
  waitingHall: {
    method: 'POST',
    path: '/halls/waiting',
    callers: ['admin'],
    halls: 'none',
    rate: 'guess',
    summary: 'Which hall waits with a code that its admin reads out',
    body: codeRequest,
    answers: { 200: waitingHall },
  },
  letHallIn: {
    method: 'POST',
    path: '/halls',
    callers: ['admin'],
    halls: 'none',
    rate: 'guess',
    summary:
      'Let the hall in that waits with a code; one that was here before stays the same, with its new key alone',
    body: letInRequest,
    answers: { 201: hallNow },
  },
  renameHall: {
    method: 'PATCH',
    path: '/halls/:hall',
    callers: ['admin'],
    halls: 'id',
    summary: 'Give a hall another name',
    params,
    body: z.strictObject({ name: hallName }),
    answers: { 200: hallNow },
  },
  stopHall: {
    method: 'POST',
    path: '/halls/:hall/stop',
    callers: ['admin'],
    halls: 'id',
    summary: 'Take nothing more from a hall until it is let in anew',
    params,
    answers: { 200: hallNow },
  },
  removeHall: {
    method: 'DELETE',
    path: '/halls/:hall',
    callers: ['admin'],
    halls: 'id',
    summary: 'Take a hall out of what is shown, and its key back; what it sent is kept',
    params,
    answers: { 204: null },
  },
  rebuildHall: {
    method: 'POST',
    path: '/halls/:hall/rebuild',
    callers: ['admin'],
    halls: 'id',
    summary: 'Make all that is shown of a hall anew from its journal',
    params,
    answers: { 204: null },
  },
} as const satisfies CentreRouteRows;

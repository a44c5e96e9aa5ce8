import { z } from 'zod';
import { doorCode, doorCodeText, joining, joinRequest } from '../joining';
import { holderTicket } from '../tickets';
import type { RouteRows } from './route';

const byCode = z.strictObject({ code: doorCodeText });

/** Taking a number by phone, inside the hall: by a code that is shown at its door and soon is another. */
export const joiningRoutes = {
  doorCode: {
    method: 'GET',
    path: '/door-code',
    callers: ['kiosk', 'display'],
    summary: 'The code that a screen at the door shows now; another each minute',
    answers: { 200: doorCode },
  },
  joining: {
    method: 'GET',
    path: '/joining/:code',
    callers: ['anyone'],
    summary: 'Whether a code from the door is still good, and for which counters',
    params: byCode,
    sameForAll: false,
    answers: { 200: joining },
  },
  joinByPhone: {
    method: 'POST',
    path: '/joining/:code/tickets',
    callers: ['anyone'],
    rate: 'guess',
    summary:
      'Take a number by phone, by a code from the door that is still good; it waits at once, without paper',
    params: byCode,
    body: joinRequest,
    answers: { 201: holderTicket },
    key: 'required',
  },
} as const satisfies RouteRows;

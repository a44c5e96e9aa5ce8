import { z } from 'zod';
import { id } from '../common';
import { hallCounter, hallSnapshot } from '../staff';
import { numberLimit, stopRequest } from '../stop';
import { supervisors } from './collection';
import type { RouteRows } from './route';

const byId = z.strictObject({ id });

/** What supervisors stop by hand, and open again. */
export const stopRoutes = {
  pauseCounter: {
    method: 'POST',
    path: '/counters/:id/pause',
    callers: supervisors,
    reach: 'counter',
    inPerson: true,
    summary: 'Stop a counter, with why and until when presumably: no numbers are given until it is resumed',
    subject: 'counter',
    params: byId,
    body: stopRequest.optional(),
    answers: { 200: hallCounter },
    key: 'optional',
  },
  resumeCounter: {
    method: 'POST',
    path: '/counters/:id/resume',
    callers: supervisors,
    reach: 'counter',
    inPerson: true,
    summary: 'Open a counter that was closed by hand',
    subject: 'counter',
    params: byId,
    answers: { 200: hallCounter },
    key: 'optional',
  },
  pauseService: {
    method: 'POST',
    path: '/services/:id/pause',
    callers: supervisors,
    reach: 'service',
    inPerson: true,
    summary: 'Stop one service of a counter until it is resumed',
    subject: 'service',
    params: byId,
    body: stopRequest.optional(),
    answers: { 200: hallCounter },
    key: 'optional',
  },
  resumeService: {
    method: 'POST',
    path: '/services/:id/resume',
    callers: supervisors,
    reach: 'service',
    inPerson: true,
    summary: 'Open a service that was closed by hand',
    subject: 'service',
    params: byId,
    answers: { 200: hallCounter },
    key: 'optional',
  },
  limitNumbers: {
    method: 'POST',
    path: '/services/:id/limit',
    callers: supervisors,
    reach: 'service',
    inPerson: true,
    summary: 'Say how many numbers a service still gives today, or that it is as its quota says again',
    subject: 'service',
    params: byId,
    body: numberLimit,
    answers: { 200: hallCounter },
    key: 'optional',
  },
  pauseHall: {
    method: 'POST',
    path: '/hall/pause',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Stop the whole hall until it is resumed',
    body: stopRequest.optional(),
    answers: { 200: hallSnapshot },
    key: 'optional',
  },
  resumeHall: {
    method: 'POST',
    path: '/hall/resume',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Open the hall that was stopped by hand',
    answers: { 200: hallSnapshot },
    key: 'optional',
  },
} as const satisfies RouteRows;

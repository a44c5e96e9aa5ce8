import { z } from 'zod';
import {
  centreComplaints,
  centrePresence,
  centrePresenceFileQuery,
  centrePresenceQuery,
  centreSkm,
  centreSummary,
  centreSummaryFileQuery,
  centreSummaryQuery,
  reportChoices,
  skmMonths,
} from '../reports';
import { type CentreRouteRows, centreRoles } from '../route';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reports over halls and time, each of the halls alone that its reader sees. */
export const reportRoutes = {
  reportChoices: {
    method: 'GET',
    path: '/reports/choices',
    callers: centreRoles,
    halls: 'own',
    summary: 'Halls and institutions that a report may be of',
    answers: { 200: reportChoices },
  },
  reportSummary: {
    method: 'GET',
    path: '/reports/summary',
    callers: centreRoles,
    halls: 'own',
    summary: 'Visitors and waits by hall, institution, service or time, of days that are over',
    query: centreSummaryQuery,
    answers: { 200: centreSummary },
  },
  reportSummaryFile: {
    method: 'GET',
    path: '/reports/summary.xlsx',
    callers: centreRoles,
    halls: 'own',
    summary: 'The same as a workbook',
    query: centreSummaryFileQuery,
    produces: workbook,
    answers: { 200: z.string() },
  },
  reportPresence: {
    method: 'GET',
    path: '/reports/presence',
    callers: centreRoles,
    halls: 'own',
    summary: 'How institutions kept their hours: each over all halls, or one in each hall, by weekday too',
    query: centrePresenceQuery,
    answers: { 200: centrePresence },
  },
  reportPresenceFile: {
    method: 'GET',
    path: '/reports/presence.xlsx',
    callers: centreRoles,
    halls: 'own',
    summary: 'The same as a workbook',
    query: centrePresenceFileQuery,
    produces: workbook,
    answers: { 200: z.string() },
  },
  reportSkm: {
    method: 'GET',
    path: '/reports/skm',
    callers: centreRoles,
    halls: 'own',
    summary: 'The satisfaction index of all halls by the regulation, and of each hall and institution',
    query: skmMonths,
    answers: { 200: centreSkm },
  },
  reportComplaints: {
    method: 'GET',
    path: '/reports/complaints',
    callers: centreRoles,
    halls: 'own',
    summary: 'What is to be answered in each hall, and by when',
    answers: { 200: centreComplaints },
  },
} as const satisfies CentreRouteRows;

import { z } from 'zod';
import { centreChange, centreLink, centreRequest, journalPage, journalQuery } from '../admin-centre';
import { admins } from './collection';
import type { RouteRows } from './route';

/** The link with a centre of several halls, and what leaves the hall by it. */
export const adminCentreRoutes = {
  centreLink: {
    method: 'GET',
    path: '/admin/centre',
    callers: admins,
    summary: 'Whether the hall is linked with a centre of several halls, and how far that has its journal',
    answers: { 200: centreLink },
  },
  askCentre: {
    method: 'POST',
    path: '/admin/centre/ask',
    callers: admins,
    inPerson: true,
    summary: 'Ask a centre to let the hall in; its office needs the code that the answer has soon',
    body: centreRequest,
    answers: { 202: centreLink },
  },
  stopAskingCentre: {
    method: 'DELETE',
    path: '/admin/centre/ask',
    callers: admins,
    inPerson: true,
    summary: 'Ask no more',
    answers: { 200: centreLink },
  },
  changeCentre: {
    method: 'PATCH',
    path: '/admin/centre',
    callers: admins,
    inPerson: true,
    summary: 'Let rows of the journal out to the centre, or keep them in the hall for now',
    body: centreChange,
    answers: { 200: centreLink },
  },
  leaveCentre: {
    method: 'DELETE',
    path: '/admin/centre',
    callers: admins,
    inPerson: true,
    summary: 'Let the centre go: no journal is kept for it any more',
    answers: { 200: centreLink },
  },
  journalRows: {
    method: 'GET',
    path: '/admin/centre/rows',
    callers: admins,
    summary: 'What leaves the hall, as rows, the newest first',
    query: journalQuery,
    answers: { 200: journalPage },
  },
  journalFile: {
    method: 'GET',
    path: '/admin/centre/rows.jsonl',
    callers: admins,
    summary: 'The newest rows as the centre gets them: JSON, one a line, the newest first',
    answers: { 200: z.string() },
    produces: 'application/jsonl; charset=utf-8',
  },
} as const satisfies RouteRows;

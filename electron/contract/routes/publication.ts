import { z } from 'zod';
import { newPublication, publication, publicationChange, publicationWord } from '../publication';
import { publishedResults } from '../skm-publication';
import { byId, supervisors } from './collection';
import type { RouteRows } from './route';

/** What of complaints and their answers everybody may read. */
export const publicationRoutes = {
  published: {
    method: 'GET',
    path: '/published',
    callers: ['anyone'],
    rate: 'public_page',
    summary: 'Complaints that were answered, in words that tell of nobody, and the last result of the survey',
    sameForAll: true,
    answers: { 200: publishedResults },
  },
  publications: {
    method: 'GET',
    path: '/reports/publications',
    callers: supervisors,
    reach: 'hall',
    summary: 'What was written to be published of complaints, published or not, the newest first',
    answers: { 200: z.array(publication) },
  },
  makePublication: {
    method: 'POST',
    path: '/reports/publications',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Write what may be published of an answered complaint; nobody else sees it yet',
    body: newPublication,
    answers: { 201: publication },
    key: 'optional',
  },
  changePublication: {
    method: 'PATCH',
    path: '/reports/publications/:id',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Write it otherwise, while it is not published',
    subject: 'publication',
    params: byId,
    body: publicationChange,
    answers: { 200: publication },
  },
  publish: {
    method: 'POST',
    path: '/reports/publications/:id/publish',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Let everybody read it, by somebody who did not write it and has read it for names',
    subject: 'publication',
    params: byId,
    body: publicationWord,
    answers: { 200: publication },
  },
  withdrawPublication: {
    method: 'POST',
    path: '/reports/publications/:id/withdraw',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Take it back from everybody',
    subject: 'publication',
    params: byId,
    answers: { 200: publication },
  },
  removePublication: {
    method: 'DELETE',
    path: '/reports/publications/:id',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Remove what is not published',
    subject: 'publication',
    params: byId,
    answers: { 204: null },
  },
} as const satisfies RouteRows;

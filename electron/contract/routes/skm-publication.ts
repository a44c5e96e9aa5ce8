import { publicationWord } from '../publication';
import {
  newSkmPublication,
  skmPosted,
  skmPublication,
  skmPublicationChange,
  skmPublications,
} from '../skm-publication';
import { byId, supervisors } from './collection';
import type { RouteRows } from './route';

/** Which results of the satisfaction survey everybody may read. */
export const skmPublicationRoutes = {
  skmPublications: {
    method: 'GET',
    path: '/reports/skm-publications',
    callers: supervisors,
    reach: 'hall',
    summary:
      'Results of the satisfaction survey that were made ready for everybody, published or not, the newest first',
    answers: { 200: skmPublications },
  },
  makeSkmPublication: {
    method: 'POST',
    path: '/reports/skm-publications',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary:
      "Make the hall's result of a period that is over ready to be published, as it is now; nobody else sees it yet",
    body: newSkmPublication,
    answers: { 201: skmPublication },
    key: 'optional',
  },
  changeSkmPublication: {
    method: 'PATCH',
    path: '/reports/skm-publications/:id',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Make it ready anew, while it is not published: with the figures as they are now',
    subject: 'skm_publication',
    params: byId,
    body: skmPublicationChange,
    answers: { 200: skmPublication },
  },
  publishSkm: {
    method: 'POST',
    path: '/reports/skm-publications/:id/publish',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Let everybody read it, by somebody who did not make it ready and has read it for names',
    subject: 'skm_publication',
    params: byId,
    body: publicationWord,
    answers: { 200: skmPublication },
  },
  postSkm: {
    method: 'PATCH',
    path: '/reports/skm-publications/:id/paper',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Say since when it hangs on paper in the hall, or that it does not',
    subject: 'skm_publication',
    params: byId,
    body: skmPosted,
    answers: { 200: skmPublication },
  },
  withdrawSkm: {
    method: 'POST',
    path: '/reports/skm-publications/:id/withdraw',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Take it back from everybody',
    subject: 'skm_publication',
    params: byId,
    answers: { 200: skmPublication },
  },
  removeSkmPublication: {
    method: 'DELETE',
    path: '/reports/skm-publications/:id',
    callers: supervisors,
    reach: 'hall',
    inPerson: true,
    summary: 'Remove what was never published',
    subject: 'skm_publication',
    params: byId,
    answers: { 204: null },
  },
} as const satisfies RouteRows;

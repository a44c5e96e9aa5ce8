import { z } from 'zod';
import { id } from '../common';
import { hallInformation } from '../information';
import {
  complaint,
  complaintChange,
  complaintCode,
  complaintCounts,
  complaintList,
  complaintQuery,
  complaintReceipt,
  deskSurvey,
  listedComplaint,
  newComplaint,
  skmQuery,
  skmReport,
  surveyForm,
  surveyInvitation,
  surveyReceipt,
} from '../survey';
import { ticketToken } from '../tickets';
import type { RouteRows } from './route';

const byToken = z.strictObject({ token: ticketToken });
const byCode = z.strictObject({ code: complaintCode });

/** What visitors learn before they come, and say after they were served; and what the hall learns from it. */
export const surveyRoutes = {
  information: {
    method: 'GET',
    path: '/info',
    callers: ['anyone'],
    rate: 'public_page',
    summary: 'Which counters serve in the coming seven days, and how long people wait now',
    sameForAll: true,
    answers: { 200: hallInformation },
  },
  survey: {
    method: 'GET',
    path: '/survey/:token',
    callers: ['holder'],
    summary: 'Whether a visit may be judged, and what it was about',
    params: byToken,
    answers: { 200: surveyInvitation },
  },
  answerSurvey: {
    method: 'POST',
    path: '/survey/:token',
    callers: ['holder'],
    rate: 'unproven_act',
    summary: 'Judge the visit, once, and leave a suggestion or complaint',
    params: byToken,
    body: surveyForm,
    answers: { 201: surveyReceipt },
    unlinkable: true,
    key: 'optional',
  },
  deskSurvey: {
    method: 'GET',
    path: '/desks/:id/survey',
    callers: ['kiosk', 'display'],
    summary: 'The survey that a tablet at a desk offers now',
    params: z.strictObject({ id }),
    answers: { 200: deskSurvey },
  },
  makeComplaint: {
    method: 'POST',
    path: '/complaints',
    callers: ['anyone'],
    rate: 'guess',
    summary: 'Leave a suggestion or complaint, with a ticket or without',
    body: newComplaint,
    answers: { 201: complaintReceipt },
    unlinkable: true,
    key: 'optional',
  },
  complaint: {
    method: 'GET',
    path: '/complaints/:code',
    callers: ['anyone'],
    summary: 'A suggestion or complaint and its answer, by its code',
    params: byCode,
    sameForAll: false,
    answers: { 200: complaint },
  },
  complaints: {
    method: 'GET',
    path: '/reports/complaints',
    callers: ['supervisor', 'admin'],
    reach: 'own',
    summary: 'Suggestions and complaints, the newest first; those to be answered by their deadline',
    query: complaintQuery,
    answers: { 200: complaintList },
  },
  complaintCounts: {
    method: 'GET',
    path: '/reports/complaint-counts',
    callers: ['supervisor', 'admin'],
    reach: 'own',
    summary: "How many complaints came in a period and how many are finished, of these SP4N-LAPOR!'s",
    query: skmQuery,
    answers: { 200: complaintCounts },
  },
  changeComplaint: {
    method: 'PATCH',
    path: '/reports/complaints/:code',
    callers: ['supervisor', 'admin'],
    reach: 'act',
    summary: 'Answer a complaint, or say of what kind it is',
    subject: 'complaint',
    params: byCode,
    body: complaintChange,
    answers: { 200: listedComplaint },
  },
  skm: {
    method: 'GET',
    path: '/reports/skm',
    callers: ['supervisor', 'admin'],
    reach: 'own',
    summary: 'The satisfaction index of a period',
    query: skmQuery,
    answers: { 200: skmReport },
  },
} as const satisfies RouteRows;

import { z } from 'zod';
import {
  evaluation,
  evaluationAnswer,
  evaluationAnswerChange,
  evaluationQuery,
  evaluationZipQuery,
  indicatorId,
  keptInstrument,
} from '../evaluation/evaluation';
import { instrument } from '../evaluation/instrument';
import { admins, supervisors } from './collection';
import type { RouteRows } from './route';

const byIndicator = z.strictObject({ id: indicatorId });

/** What the ministry asks of the hall in a year, and what it can show. */
export const evaluationRoutes = {
  evaluation: {
    method: 'GET',
    path: '/reports/evaluation',
    callers: supervisors,
    reach: 'hall',
    summary:
      "A year's evaluation as it stands: each indicator with what the hall's own data say, the points that they give and what is missing",
    query: evaluationQuery,
    answers: { 200: evaluation },
  },
  evaluationZip: {
    method: 'GET',
    path: '/reports/evaluation.zip',
    callers: supervisors,
    reach: 'hall',
    summary:
      'The same as one ZIP to hand in: F-01 as XLSX and PDF, the reports of the year, the log of changes, kept files, an index by indicator',
    query: evaluationZipQuery,
    answers: { 200: z.unknown() },
    produces: 'application/zip',
  },
  answerIndicator: {
    method: 'PATCH',
    path: '/reports/evaluation/:id',
    callers: supervisors,
    reach: 'hall',
    summary: 'Fill in an indicator of a year by hand (`2026-18`), or change what was filled in',
    subject: 'evaluation_answer',
    params: byIndicator,
    body: evaluationAnswerChange,
    answers: { 200: evaluationAnswer },
  },
  clearIndicator: {
    method: 'DELETE',
    path: '/reports/evaluation/:id',
    callers: supervisors,
    reach: 'hall',
    summary: 'Take back what was filled in by hand for an indicator',
    subject: 'evaluation_answer',
    params: byIndicator,
    answers: { 204: null },
  },
  takeInInstrument: {
    method: 'POST',
    path: '/admin/instruments',
    callers: admins,
    summary:
      'Take in the instrument of a year as a file, in place of the one of that year; refused at the field that does not fit',
    body: instrument,
    mostBytes: 1_000_000,
    answers: { 201: keptInstrument },
  },
} as const satisfies RouteRows;

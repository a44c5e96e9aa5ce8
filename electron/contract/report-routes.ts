import { z } from 'zod';
import {
  complaintFileQuery,
  estimateFileQuery,
  estimateQuery,
  estimateRow,
  presenceFileQuery,
  presenceQuery,
  presenceRow,
  summaryFileQuery,
  summaryQuery,
  summaryRow,
} from './reports';
import { staffingAdvice, staffingQuery } from './staffing';

const managers = ['supervisor', 'admin'] as const;
const csv = 'text/csv; charset=utf-8';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What managers read. */
export const reportRoutes = {
  staffing: {
    method: 'GET',
    path: '/reports/staffing',
    callers: managers,
    summary:
      'How many desks a counter needs in each half-hour of a week, and what waits follow; takes seconds',
    query: staffingQuery,
    answers: { 200: staffingAdvice },
  },
  summary: {
    method: 'GET',
    path: '/reports/summary',
    callers: managers,
    summary: 'Numbers given and served, waits and times of service, of a period',
    query: summaryQuery,
    answers: { 200: z.array(summaryRow) },
  },
  summaryCsv: {
    method: 'GET',
    path: '/reports/summary.csv',
    callers: managers,
    summary: 'The same as CSV',
    query: summaryFileQuery,
    answers: { 200: z.string() },
    produces: csv,
  },
  summaryXlsx: {
    method: 'GET',
    path: '/reports/summary.xlsx',
    callers: managers,
    summary: 'The same as a workbook',
    query: summaryFileQuery,
    answers: { 200: z.unknown() },
    produces: xlsx,
  },
  presence: {
    method: 'GET',
    path: '/reports/presence',
    callers: managers,
    summary: 'The presence of each institution against its opening hours',
    query: presenceQuery,
    answers: { 200: z.array(presenceRow) },
  },
  presenceCsv: {
    method: 'GET',
    path: '/reports/presence.csv',
    callers: managers,
    summary: 'The same as CSV',
    query: presenceFileQuery,
    answers: { 200: z.string() },
    produces: csv,
  },
  presenceXlsx: {
    method: 'GET',
    path: '/reports/presence.xlsx',
    callers: managers,
    summary: 'The same as a workbook',
    query: presenceFileQuery,
    answers: { 200: z.unknown() },
    produces: xlsx,
  },
  complaintsCsv: {
    method: 'GET',
    path: '/reports/complaints.csv',
    callers: managers,
    summary: 'Suggestions and complaints of a period as CSV, the newest first; at most 20,000',
    query: complaintFileQuery,
    answers: { 200: z.string() },
    produces: csv,
  },
  complaintsXlsx: {
    method: 'GET',
    path: '/reports/complaints.xlsx',
    callers: managers,
    summary: 'The same as a workbook',
    query: complaintFileQuery,
    answers: { 200: z.unknown() },
    produces: xlsx,
  },
  estimate: {
    method: 'GET',
    path: '/reports/estimate',
    callers: managers,
    summary: 'How well the waits held that visitors were told, on the days of a period that are over',
    query: estimateQuery,
    answers: { 200: z.array(estimateRow) },
  },
  estimateCsv: {
    method: 'GET',
    path: '/reports/estimate.csv',
    callers: managers,
    summary: 'The same as CSV',
    query: estimateFileQuery,
    answers: { 200: z.string() },
    produces: csv,
  },
  estimateXlsx: {
    method: 'GET',
    path: '/reports/estimate.xlsx',
    callers: managers,
    summary: 'The same as a workbook',
    query: estimateFileQuery,
    answers: { 200: z.unknown() },
    produces: xlsx,
  },
} as const;

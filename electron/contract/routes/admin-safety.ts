import { z } from 'zod';
import { auditFileQuery, auditPage, auditQuery } from '../admin-audit';
import { backup, backupContents, backupId, restoreAnswer } from '../admin-backups';
import { clockState, clockWord } from '../admin-clock';
import { machineHealth, supportBundle } from '../admin-health';
import { httpsState } from '../admin-https';
import { importAnswer, importPreview } from '../admin-import';
import { configuration } from '../configuration';
import { admins, supervisors } from './collection';
import type { RouteRows } from './route';

/** A hall of two hundred counters with every text and its pictures. */
const hallBytes = 16 * 1024 * 1024;

/** What every change leaves behind. */
export const adminSafetyRoutes = {
  audit: {
    method: 'GET',
    path: '/admin/audit',
    callers: admins,
    summary: 'Who did what, when, with what was there before and after',
    query: auditQuery,
    answers: { 200: auditPage },
  },
  auditCsv: {
    method: 'GET',
    path: '/admin/audit.csv',
    callers: admins,
    summary: 'The same as CSV, in words; at most 20,000 acts, the newest',
    query: auditFileQuery,
    answers: { 200: z.string() },
    produces: 'text/csv; charset=utf-8',
  },
  backups: {
    method: 'GET',
    path: '/admin/backups',
    callers: admins,
    summary: 'The copies of the database, the newest first',
    answers: { 200: z.array(backup) },
  },
  makeBackup: {
    method: 'POST',
    path: '/admin/backups',
    callers: admins,
    summary: 'Copy the whole database while the hall goes on',
    answers: { 201: backup },
  },
  backupContents: {
    method: 'GET',
    path: '/admin/backups/:id',
    callers: admins,
    summary: 'What a copy holds, and what restoring it would lose',
    params: z.strictObject({ id: backupId }),
    answers: { 200: backupContents },
  },
  backupFile: {
    method: 'GET',
    path: '/admin/backups/:id/file',
    callers: admins,
    summary: 'A copy as a file (SQLite)',
    params: z.strictObject({ id: backupId }),
    answers: { 200: z.unknown() },
    produces: 'application/vnd.sqlite3',
  },
  removeBackup: {
    method: 'DELETE',
    path: '/admin/backups/:id',
    callers: admins,
    summary: 'Remove a copy for good',
    subject: 'backup',
    params: z.strictObject({ id: backupId }),
    answers: { 204: null },
  },
  restoreBackup: {
    method: 'POST',
    path: '/admin/backups/:id/restore',
    callers: admins,
    summary: 'Let a copy take the place of the whole database; what was there is kept as another copy',
    subject: 'backup',
    params: z.strictObject({ id: backupId }),
    answers: { 200: restoreAnswer },
  },
  adminClock: {
    method: 'GET',
    path: '/admin/clock',
    callers: supervisors,
    reach: 'hall',
    summary: "Whether the computer's clock is believed, and what an admin's word about it would do",
    answers: { 200: clockState },
  },
  confirmClock: {
    method: 'POST',
    path: '/admin/clock/confirm',
    callers: admins,
    summary: "Say that the computer's clock is right: the hall follows it, and is led back from a later date",
    body: clockWord,
    answers: { 200: clockState },
  },
  https: {
    method: 'GET',
    path: '/admin/https',
    callers: supervisors,
    reach: 'hall',
    summary: "How the hall is served by https, and its authority's fingerprint",
    answers: { 200: httpsState },
  },
  replaceAuthority: {
    method: 'POST',
    path: '/admin/https/authority',
    callers: admins,
    inPerson: true,
    summary: 'Make another authority for https, which every computer has to trust anew',
    answers: { 200: httpsState },
  },
  machineHealth: {
    method: 'GET',
    path: '/admin/health',
    callers: supervisors,
    reach: 'hall',
    summary: 'How the machine and Antre on it are: versions, disk, heat, clock, how it ended before, errors',
    answers: { 200: machineHealth },
  },
  supportBundle: {
    method: 'GET',
    path: '/admin/support',
    callers: admins,
    summary: 'The support bundle, as texts to be read before they leave; nothing about a person',
    answers: { 200: supportBundle },
  },
  exportConfiguration: {
    method: 'GET',
    path: '/admin/export',
    callers: admins,
    summary: "The hall's whole configuration as one file: no accounts, no tickets, no secrets",
    answers: { 200: configuration },
  },
  previewImport: {
    method: 'POST',
    path: '/admin/import/preview',
    callers: admins,
    summary: 'What an import would change; nothing is changed',
    body: configuration,
    mostBytes: hallBytes,
    answers: { 200: importPreview },
  },
  importConfiguration: {
    method: 'POST',
    path: '/admin/import',
    callers: admins,
    summary: 'Make the hall what the file says, all of it or nothing; what it lacks is archived',
    body: configuration,
    mostBytes: hallBytes,
    answers: { 200: importAnswer },
    key: 'optional',
  },
} as const satisfies RouteRows;

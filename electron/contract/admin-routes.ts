import { z } from 'zod';
import { auditPage, auditQuery } from './admin-audit';
import { backup, backupContents, backupId, restoreAnswer } from './admin-backups';
import { closureList, closureListAnswer, closureListPreview } from './admin-closures';
import {
  adminDevice,
  deviceChange,
  deviceId,
  deviceReport,
  deviceStatus,
  ownDevice,
  pairing,
  pairingApproval,
  pairingCode,
  pairingRequest,
  pairingState,
  pollToken,
} from './admin-devices';
import {
  adminClosure,
  adminCounter,
  adminDay,
  adminDesk,
  adminHours,
  adminService,
  closureChange,
  counterChange,
  deskChange,
  finding,
  hoursChange,
  newClosure,
  newCounter,
  newDesk,
  newHours,
  newService,
  serviceChange,
} from './admin-hall';
import { importAnswer, importPreview } from './admin-import';
import { date, id } from './common';
import { configuration } from './configuration';
import {
  adminPrinter,
  findPrintersRequest,
  foundPrinters,
  newPrinter,
  printerChange,
  printersNow,
  testPrintAnswer,
  testPrintRequest,
} from './printers';
import { ticket } from './tickets';

const byId = z.strictObject({ id });
const admins = ['admin'] as const;
const supervisors = ['supervisor', 'admin'] as const;
/** Lists leave archived rows out unless asked for. */
const archivedToo = z.strictObject({ archived: z.enum(['true', 'false']).optional() });

const list = <Path extends string, Row extends z.ZodType>(path: Path, row: Row, summary: string) =>
  ({ method: 'GET', path, callers: supervisors, summary, answers: { 200: z.array(row) } }) as const;
const one = <Path extends string, Row extends z.ZodType>(path: Path, row: Row, summary: string) =>
  ({ method: 'GET', path, callers: supervisors, summary, params: byId, answers: { 200: row } }) as const;
const add = <Path extends string, Body extends z.ZodType, Row extends z.ZodType>(
  path: Path,
  body: Body,
  row: Row,
  summary: string,
) =>
  ({
    method: 'POST',
    path,
    callers: admins,
    summary,
    body,
    answers: { 201: row },
    key: 'optional',
  }) as const;
const change = <Path extends string, Body extends z.ZodType, Row extends z.ZodType>(
  path: Path,
  body: Body,
  row: Row,
  summary: string,
) =>
  ({
    method: 'PATCH',
    path,
    callers: admins,
    summary,
    params: byId,
    body,
    answers: { 200: row },
  }) as const;
const remove = <Path extends string>(path: Path, summary: string) =>
  ({ method: 'DELETE', path, callers: admins, summary, params: byId, answers: { 204: null } }) as const;

/** The hall's collections; each row's ETag is its version in quotes, `If-Match` is taken on PATCH and DELETE. */
export const hallAdminRoutes = {
  adminCounters: { ...list('/admin/counters', adminCounter, 'All counters'), query: archivedToo },
  adminCounter: one('/admin/counters/:id', adminCounter, 'One counter'),
  makeCounter: add('/admin/counters', newCounter, adminCounter, 'Make a counter'),
  changeCounter: change('/admin/counters/:id', counterChange, adminCounter, 'Change or move a counter'),
  archiveCounter: remove('/admin/counters/:id', 'Archive a counter with its services and desks'),

  adminServices: { ...list('/admin/services', adminService, 'All services'), query: archivedToo },
  adminService: one('/admin/services/:id', adminService, 'One service'),
  makeService: add('/admin/services', newService, adminService, 'Make a service'),
  changeService: change('/admin/services/:id', serviceChange, adminService, 'Change or move a service'),
  archiveService: remove('/admin/services/:id', 'Archive a service'),

  adminDesks: { ...list('/admin/desks', adminDesk, 'All desks'), query: archivedToo },
  adminDesk: one('/admin/desks/:id', adminDesk, 'One desk'),
  makeDesk: add('/admin/desks', newDesk, adminDesk, 'Make a desk'),
  changeDesk: change('/admin/desks/:id', deskChange, adminDesk, 'Change a desk'),
  archiveDesk: remove('/admin/desks/:id', 'Archive a desk'),

  adminHours: list('/admin/hours', adminHours, 'All weekly hours'),
  adminHoursOf: one('/admin/hours/:id', adminHours, 'The weekly hours of the hall, a counter or a service'),
  makeHours: add('/admin/hours', newHours, adminHours, 'Give a counter or service hours of its own'),
  changeHours: change('/admin/hours/:id', hoursChange, adminHours, 'Change weekly hours'),
  removeHours: remove('/admin/hours/:id', 'Let the wider hours apply again'),

  adminClosures: list('/admin/closures', adminClosure, 'All closures and days with other hours'),
  adminClosure: one('/admin/closures/:id', adminClosure, 'One closure'),
  makeClosure: add('/admin/closures', newClosure, adminClosure, 'Close for some days, or set other hours'),
  changeClosure: change('/admin/closures/:id', closureChange, adminClosure, 'Change a closure'),
  removeClosure: remove('/admin/closures/:id', 'Remove a closure'),

  previewClosureList: {
    method: 'POST',
    path: '/admin/closures/list/preview',
    callers: admins,
    summary: 'What a list of closed days would make; nothing is made',
    body: closureList,
    answers: { 200: closureListPreview },
  },
  importClosureList: add(
    '/admin/closures/list',
    closureList,
    closureListAnswer,
    'Close on the days of a list, all or none',
  ),

  findings: list('/admin/findings', finding, 'What of the configuration an admin should look at'),

  adminDay: {
    method: 'GET',
    path: '/admin/day',
    callers: supervisors,
    summary: "Each service's opening on a date",
    query: z.strictObject({ date }),
    answers: { 200: adminDay },
  },
} as const;

const byDevice = z.strictObject({ id: deviceId });

/** Kiosks and displays: paired by a code on their screens, looked after, revoked. */
export const deviceRoutes = {
  pairDevice: {
    method: 'POST',
    path: '/devices/pair',
    callers: ['anyone'],
    summary: 'Ask to be let in as a kiosk or display: a code to show on the screen',
    body: pairingRequest,
    answers: { 201: pairing },
  },
  pairingState: {
    method: 'GET',
    path: '/devices/pair/:pollToken',
    callers: ['anyone'],
    summary: 'Whether an admin has approved; then the token, once',
    params: z.strictObject({ pollToken }),
    answers: { 200: pairingState },
  },
  ownDevice: {
    method: 'GET',
    path: '/devices/me',
    callers: ['kiosk', 'display'],
    summary: 'The device that asks',
    answers: { 200: ownDevice },
  },
  reportDevice: {
    method: 'POST',
    path: '/devices/me/report',
    callers: ['kiosk', 'display'],
    summary: 'Tell how this device is',
    body: deviceReport,
    answers: { 204: null },
  },
  approvePairing: {
    method: 'POST',
    path: '/admin/devices/pairings/:code/approve',
    callers: admins,
    summary: 'Let in the device that shows this code',
    params: z.strictObject({ code: pairingCode }),
    body: pairingApproval.optional(),
    answers: { 201: adminDevice },
    key: 'optional',
  },
  adminDevices: list('/admin/devices', adminDevice, 'All devices, revoked ones too'),
  adminDevice: { ...one('/admin/devices/:id', adminDevice, 'One device'), params: byDevice },
  changeDevice: {
    ...change('/admin/devices/:id', deviceChange, adminDevice, 'Rename a device or assign it'),
    params: byDevice,
  },
  revokeDevice: { ...remove('/admin/devices/:id', 'Let a device in no longer'), params: byDevice },
  deviceStatus: {
    method: 'GET',
    path: '/admin/devices/:id/status',
    callers: supervisors,
    summary: 'How a device is',
    params: byDevice,
    answers: { 200: deviceStatus },
  },
  reprintTicket: {
    method: 'POST',
    path: '/admin/tickets/:id/reprint',
    callers: supervisors,
    summary: "Print a ticket's paper again, marked SALINAN",
    params: byId,
    answers: { 200: ticket },
    key: 'optional',
  },
} as const;

/** The kiosk's printers: found, tried, kept in the order of choice. */
export const printerRoutes = {
  printers: {
    method: 'GET',
    path: '/printers',
    callers: ['staff', 'supervisor', 'admin'],
    summary: 'The printers as they are now, and their paper',
    answers: { 200: printersNow },
  },
  beginRoll: {
    method: 'POST',
    path: '/printers/:id/new-roll',
    callers: ['staff', 'supervisor', 'admin'],
    summary: 'A new roll is in the printer: its tickets are counted from here',
    params: byId,
    answers: { 204: null },
    key: 'optional',
  },
  adminPrinters: list('/admin/printers', adminPrinter, 'All printers, in the order in which they are tried'),
  adminPrinter: one('/admin/printers/:id', adminPrinter, 'One printer'),
  makePrinter: add('/admin/printers', newPrinter, adminPrinter, 'Print on this printer too'),
  changePrinter: change('/admin/printers/:id', printerChange, adminPrinter, 'Change a printer or its place'),
  removePrinter: remove('/admin/printers/:id', 'Print on this printer no longer'),
  findPrinters: {
    method: 'POST',
    path: '/admin/printers/find',
    callers: admins,
    summary: 'Look for printers: attached, and answering at these addresses',
    body: findPrintersRequest,
    answers: { 200: foundPrinters },
  },
  testPrinter: {
    method: 'POST',
    path: '/admin/printers/test-print',
    callers: admins,
    summary: 'Print a test ticket on any printer, kept or not',
    body: testPrintRequest,
    answers: { 200: testPrintAnswer },
  },
  testPrintDevice: {
    method: 'POST',
    path: '/admin/devices/:id/test-print',
    callers: admins,
    summary: 'Print a test ticket where a kiosk prints now',
    params: byDevice,
    answers: { 200: testPrintAnswer },
  },
} as const;

/** What every change leaves behind. */
export const safetyRoutes = {
  audit: {
    method: 'GET',
    path: '/admin/audit',
    callers: admins,
    summary: 'Who did what, when, with what was there before and after',
    query: auditQuery,
    answers: { 200: auditPage },
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
    params: z.strictObject({ id: backupId }),
    answers: { 204: null },
  },
  restoreBackup: {
    method: 'POST',
    path: '/admin/backups/:id/restore',
    callers: admins,
    summary: 'Let a copy take the place of the whole database; what was there is kept as another copy',
    params: z.strictObject({ id: backupId }),
    answers: { 200: restoreAnswer },
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
    answers: { 200: importPreview },
  },
  importConfiguration: {
    method: 'POST',
    path: '/admin/import',
    callers: admins,
    summary: 'Make the hall what the file says, all of it or nothing; what it lacks is archived',
    body: configuration,
    answers: { 200: importAnswer },
    key: 'optional',
  },
} as const;

import { z } from 'zod';
import { deviceId } from '../admin-devices';
import {
  adminPrinter,
  findPrintersRequest,
  foundPrinters,
  newPrinter,
  printerChange,
  printersNow,
  testPrintAnswer,
  testPrintRequest,
} from '../printers';
import { addRoute, admins, byId, changeRoute, listRoute, oneRoute, removeRoute } from './collection';
import type { RouteRows } from './route';

/** The kiosk's printers: found, tried, kept in the order of choice. */
export const adminPrinterRoutes = {
  printers: {
    method: 'GET',
    path: '/printers',
    callers: ['staff', 'supervisor', 'admin'],
    reach: 'any',
    summary: 'The printers as they are now, and their paper',
    answers: { 200: printersNow },
  },
  beginRoll: {
    method: 'POST',
    path: '/printers/:id/new-roll',
    callers: ['staff', 'supervisor', 'admin'],
    reach: 'any',
    summary: 'A new roll is in the printer: its tickets are counted from here',
    subject: 'printer',
    params: byId,
    answers: { 204: null },
    key: 'optional',
  },
  adminPrinters: listRoute(
    '/admin/printers',
    adminPrinter,
    'All printers, in the order in which they are tried',
    'hall',
  ),
  adminPrinter: oneRoute('/admin/printers/:id', adminPrinter, 'One printer', 'hall'),
  makePrinter: addRoute('/admin/printers', newPrinter, adminPrinter, 'Print on this printer too'),
  changePrinter: changeRoute(
    'printer',
    '/admin/printers/:id',
    printerChange,
    adminPrinter,
    'Change a printer or its place',
  ),
  removePrinter: removeRoute('printer', '/admin/printers/:id', 'Print on this printer no longer'),
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
    subject: 'device',
    params: z.strictObject({ id: deviceId }),
    answers: { 200: testPrintAnswer },
  },
} as const satisfies RouteRows;

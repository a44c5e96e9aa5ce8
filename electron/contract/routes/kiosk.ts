import { z } from 'zod';
import { refusedAs } from '../../texts/field-fault';
import { attachedPads } from '../attached-pads';
import { kioskWays } from '../kiosk-ways';
import { kioskSnapshot } from '../operation';
import { jobPrinter, ownPrinter, printJobAnswer, printJobPaper, printJobReport } from '../print-jobs';
import { printerWishAnswer, wishId } from '../printer-wishes';
import { scannerState } from '../scanner';
import { exitPin } from '../settings';
import { holderTicket, ticketToken } from '../tickets';
import { touchScreen } from '../touch-screen';
import type { RouteRows } from './route';

const kiosks = ['kiosk'] as const;
const byJob = z.strictObject({
  job: z.string().regex(/^[1-9][0-9]{0,14}$/, refusedAs('kiosk_job')),
});

/** What a kiosk's page asks before a tap, and its main process of the hub beside `GET /devices/me/print-jobs` (Server-Sent Events). */
export const kioskRoutes = {
  kiosk: {
    method: 'GET',
    path: '/kiosk',
    callers: kiosks,
    summary: 'The printer and the settings that a kiosk needs before a tap',
    answers: { 200: kioskSnapshot },
  },
  printJobPaper: {
    method: 'GET',
    path: '/devices/me/print-jobs/:job/paper',
    callers: kiosks,
    summary: "A print job's bytes, as things stand now",
    params: byJob,
    query: jobPrinter,
    answers: { 200: printJobPaper },
  },
  reportPrintJob: {
    method: 'POST',
    path: '/devices/me/print-jobs/:job',
    callers: kiosks,
    summary: 'Say what became of a print job; `sending` before the first byte',
    params: byJob,
    query: jobPrinter,
    body: printJobReport,
    answers: { 200: printJobAnswer },
    key: 'optional',
  },
  reportOwnPrinter: {
    method: 'POST',
    path: '/devices/me/printer',
    callers: kiosks,
    summary: "Say how the kiosk's own printer is; forgotten when its line of print jobs ends",
    body: ownPrinter,
    signOfLife: true,
    answers: { 204: null },
  },
  answerPrinterWish: {
    method: 'POST',
    path: '/devices/me/printer-wishes/:wish',
    callers: kiosks,
    summary: 'Say what came of what an admin wanted done with a printer there; 404 where nobody waits for it',
    params: z.strictObject({ wish: wishId }),
    body: printerWishAnswer,
    answers: { 204: null },
  },
  reportTouchScreen: {
    method: 'POST',
    path: '/devices/me/touch-screen',
    callers: kiosks,
    summary: "Say how the kiosk's touch screen is, whenever it changed",
    body: touchScreen,
    answers: { 204: null },
  },
  reportScanner: {
    method: 'POST',
    path: '/devices/me/scanner',
    callers: kiosks,
    summary: "Say how the kiosk's scanner is, whenever it changed",
    body: z.strictObject({ state: scannerState }),
    answers: { 204: null },
  },
  countKioskWay: {
    method: 'POST',
    path: '/devices/me/ways',
    callers: kiosks,
    summary: 'Count that somebody began by speech or in large letters; nothing is kept of whom',
    body: z.strictObject({ way: z.enum(kioskWays) }),
    answers: { 204: null },
    key: 'optional',
  },
  reportPads: {
    method: 'POST',
    path: '/devices/me/pads',
    callers: kiosks,
    summary: 'Say what there is at the kiosk to press without seeing the screen, whenever it changed',
    body: attachedPads,
    answers: { 204: null },
  },
  reprintHere: {
    method: 'POST',
    path: '/devices/me/reprints',
    callers: kiosks,
    summary:
      'Print a ticket that its holder shows to the kiosk once more, marked SALINAN; at most twice a ticket',
    body: z.strictObject({ token: ticketToken }),
    answers: { 200: holderTicket },
    key: 'optional',
  },
  mayExit: {
    method: 'POST',
    path: '/devices/me/exit',
    callers: kiosks,
    summary: 'Whether a PIN may close the kiosk',
    body: z.strictObject({ pin: exitPin }),
    answers: { 200: z.strictObject({ right: z.boolean() }) },
  },
} as const satisfies RouteRows;

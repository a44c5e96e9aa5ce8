import { z } from 'zod';
import { id } from '../common';
import { counterMenu, serviceWeek, site } from '../site';
import { cancelRequest } from '../staff';
import { claimRequest, holderTicket, issueRequest, passRequest, ticket, ticketToken } from '../tickets';
import { byId } from './collection';
import type { RouteRows } from './route';

const byToken = z.strictObject({ token: ticketToken });

/** What visitors take at the kiosk and do with their number. */
export const visitorRoutes = {
  site: {
    method: 'GET',
    path: '/site',
    callers: ['anyone'],
    summary: 'The hall',
    sameForAll: false,
    answers: { 200: site },
  },
  counters: {
    method: 'GET',
    path: '/counters',
    callers: ['anyone'],
    summary: "The kiosk's menu",
    sameForAll: true,
    answers: { 200: counterMenu },
  },
  serviceWeek: {
    method: 'GET',
    path: '/services/:id/week',
    callers: ['anyone'],
    summary: "A service's hours of the coming seven days",
    params: byId,
    sameForAll: true,
    answers: { 200: serviceWeek },
  },
  issueTicket: {
    method: 'POST',
    path: '/tickets',
    callers: ['kiosk'],
    summary: 'Take a number',
    body: issueRequest,
    answers: { 201: holderTicket },
    key: 'required',
  },
  ticket: {
    method: 'GET',
    path: '/tickets/:token',
    callers: ['holder'],
    summary: 'A ticket, for its holder',
    params: byToken,
    answers: { 200: holderTicket },
  },
  ticketPicture: {
    method: 'GET',
    path: '/tickets/:token/preview',
    callers: ['holder'],
    summary: "A picture of the ticket's paper",
    params: byToken,
    answers: { 200: z.string() },
    produces: 'image/svg+xml',
  },
  goPaperless: {
    method: 'POST',
    path: '/tickets/:token/paperless',
    callers: ['holder'],
    rate: 'unproven_act',
    summary: 'Keep the number without paper',
    params: byToken,
    answers: { 200: holderTicket },
    key: 'optional',
  },
  cancelTicket: {
    method: 'POST',
    path: '/tickets/:ticket/cancel',
    callers: ['holder', 'supervisor', 'admin'],
    reach: 'act',
    inPerson: true,
    summary: 'Give the number back (by its token, no body), or cancel a ticket (by its id, with a reason)',
    subject: 'ticket',
    params: z.strictObject({ ticket: z.union([ticketToken, id]) }),
    body: cancelRequest.optional(),
    answers: { 200: z.union([holderTicket, ticket]) },
    key: 'optional',
  },
  claimPriority: {
    method: 'POST',
    path: '/tickets/:token/claim-priority',
    callers: ['kiosk'],
    summary: 'Say at the kiosk, while a number that was just taken is shown, that its visitor goes first',
    params: byToken,
    body: claimRequest,
    answers: { 200: holderTicket },
    key: 'optional',
  },
  letOthersPass: {
    method: 'POST',
    path: '/tickets/:ticket/let-pass',
    callers: ['holder', 'staff', 'supervisor', 'admin'],
    reach: 'act',
    inPerson: true,
    summary: 'Let so many others go first: a holder by the token, an officer by the id',
    subject: 'ticket',
    params: z.strictObject({ ticket: z.union([ticketToken, id]) }),
    body: passRequest,
    answers: { 200: z.union([holderTicket, ticket]) },
    key: 'optional',
  },
  stepOut: {
    method: 'POST',
    path: '/tickets/:token/step-out',
    callers: ['holder'],
    rate: 'unproven_act',
    summary: 'Go out for a while: the number is not called until its holder is back',
    params: byToken,
    answers: { 200: holderTicket },
    key: 'optional',
  },
  comeBack: {
    method: 'POST',
    path: '/tickets/:token/come-back',
    callers: ['holder'],
    rate: 'unproven_act',
    summary:
      'Be back: the number waits again, behind the next one, or behind all who wait after half an hour',
    params: byToken,
    answers: { 200: holderTicket },
    key: 'optional',
  },
} as const satisfies RouteRows;

import { z } from 'zod';
import { hallAdminRoutes } from './admin-hall-routes';
import { peopleRoutes } from './admin-people-routes';
import { id } from './common';
import { deviceRoutes } from './device-routes';
import { joiningRoutes } from './joining-routes';
import { kioskRoutes } from './kiosk-routes';
import { board, displaySnapshot, voiceRecording } from './lobby';
import { kioskSnapshot } from './operation';
import { printerRoutes } from './printer-routes';
import { reportRoutes } from './report-routes';
import type { RouteReach } from './route-reach';
import { safetyRoutes } from './safety-routes';
import { screenRoutes } from './screen-routes';

import { settingsChange, shownSettings } from './settings';
import { counterMenu, serviceWeek, site } from './site';
import {
  addServiceRequest,
  breakAnswer,
  breakRequest,
  callRequest,
  cancelRequest,
  desk,
  finishRequest,
  holdRequest,
  moveRequest,
  officer,
  ownPasswordRequest,
  paperRequest,
  pauseRequest,
  priorityRequest,
  queue,
  queueTicket,
  session,
  setupRequest,
  signInRequest,
  transferRequest,
  walkInRequest,
} from './staff';
import { stopRoutes } from './stop-routes';
import { surveyRoutes } from './survey-routes';
import { claimRequest, holderTicket, issueRequest, passRequest, ticket, ticketToken } from './tickets';

/**
 * Who may call a route. `anyone` needs no proof; `holder` is proved by the ticket's token in the path; `kiosk`
 * and `display` by their device token (or loopback, contract.md); the others by a session with that role, or unless
 * the row is `inPerson` by a token that an admin made for that role.
 */
export type Caller = 'anyone' | 'holder' | 'kiosk' | 'display' | 'staff' | 'supervisor' | 'admin';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`; parameters as `:name`. */
  readonly path: string;
  readonly callers: readonly Caller[];
  /** Where officers or supervisors may call it: how far those reach who are for some institutions. */
  readonly reach?: RouteReach;
  /** Done in somebody's own name, at a desk or before the hall: only by a session, not by another program's token. */
  readonly inPerson?: true;
  /** Also by a session whose password was given by another and has to be changed first. */
  readonly beforeOwnPassword?: true;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Status of success → its body, or null for none. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Whether `Idempotency-Key` is taken. */
  readonly key?: 'optional' | 'required';
  /** The media type of its answers where it isn't JSON; the schema is then a text. */
  readonly produces?: string;
  /** A file that is sent as it is (`application/octet-stream`) in place of a body, of at most so many bytes. */
  readonly file?: { readonly most: number };
}

const byId = z.strictObject({ id });
const byToken = z.strictObject({ token: ticketToken });
const desks: readonly Caller[] = ['staff', 'supervisor', 'admin'];
const supervisors: readonly Caller[] = ['supervisor', 'admin'];
const admins: readonly Caller[] = ['admin'];

const deskVerb = (verb: string, summary: string) =>
  ({
    method: 'POST',
    path: `/desks/:id/${verb}`,
    callers: desks,
    reach: 'desk',
    inPerson: true,
    summary,
    params: byId,
    answers: { 200: ticket },
    key: 'optional',
  }) as const satisfies Route;

const deskVerbWith = <Body extends z.ZodType>(verb: string, summary: string, body: Body) => ({
  ...deskVerb(verb, summary),
  body,
});

/**
 * Every route of the API: the server registers exactly these, the OpenAPI text is made of them, and the pages'
 * client calls them by their name here. To add one: add a row, then its handler in `server/routes/`.
 */
export const routes = {
  site: {
    method: 'GET',
    path: '/site',
    callers: ['anyone'],
    summary: 'The hall',
    answers: { 200: site },
  },
  counters: {
    method: 'GET',
    path: '/counters',
    callers: ['anyone'],
    summary: "The kiosk's menu",
    answers: { 200: counterMenu },
  },
  serviceWeek: {
    method: 'GET',
    path: '/services/:id/week',
    callers: ['anyone'],
    summary: "A service's hours of the coming seven days",
    params: byId,
    answers: { 200: serviceWeek },
  },
  kiosk: {
    method: 'GET',
    path: '/kiosk',
    callers: ['kiosk'],
    summary: 'The printer and the settings that a kiosk needs before a tap',
    answers: { 200: kioskSnapshot },
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
    params: z.strictObject({ ticket: z.union([ticketToken, id]) }),
    body: passRequest,
    answers: { 200: z.union([holderTicket, ticket]) },
    key: 'optional',
  },
  stepOut: {
    method: 'POST',
    path: '/tickets/:token/step-out',
    callers: ['holder'],
    summary: 'Go out for a while: the number is not called until its holder is back',
    params: byToken,
    answers: { 200: holderTicket },
    key: 'optional',
  },
  comeBack: {
    method: 'POST',
    path: '/tickets/:token/come-back',
    callers: ['holder'],
    summary:
      'Be back: the number waits again, behind the next one, or behind all who wait after half an hour',
    params: byToken,
    answers: { 200: holderTicket },
    key: 'optional',
  },
  board: {
    method: 'GET',
    path: '/board',
    callers: ['anyone'],
    summary: "The lobby's screen",
    query: z.strictObject({ zone: z.string().max(40).optional() }),
    answers: { 200: board },
  },
  display: {
    method: 'GET',
    path: '/display',
    callers: ['anyone'],
    summary: 'What a lobby screen must know besides the board',
    answers: { 200: displaySnapshot },
  },
  voices: {
    method: 'GET',
    path: '/voices',
    callers: ['anyone'],
    summary: 'The clips that this hall recorded itself',
    answers: { 200: z.array(voiceRecording) },
  },

  setup: {
    method: 'POST',
    path: '/setup',
    callers: ['anyone'],
    summary: 'Make the first admin with the set-up code',
    body: setupRequest,
    answers: { 201: session },
  },
  signIn: {
    method: 'POST',
    path: '/session',
    callers: ['anyone'],
    summary: 'Sign in',
    body: signInRequest,
    answers: { 200: session },
  },
  session: {
    method: 'GET',
    path: '/session',
    callers: desks,
    reach: 'any',
    inPerson: true,
    beforeOwnPassword: true,
    summary: 'Who is signed in',
    answers: { 200: session },
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    callers: desks,
    reach: 'any',
    inPerson: true,
    beforeOwnPassword: true,
    summary: 'Sign out',
    answers: { 204: null },
  },
  changeOwnPassword: {
    method: 'POST',
    path: '/session/password',
    callers: desks,
    reach: 'any',
    inPerson: true,
    beforeOwnPassword: true,
    summary: 'Change your own password; whoever is signed in elsewhere by the old one is signed out',
    body: ownPasswordRequest,
    answers: { 204: null },
  },

  desks: {
    method: 'GET',
    path: '/desks',
    callers: desks,
    reach: 'own',
    summary: 'The desks this user may use',
    answers: { 200: z.array(desk) },
  },
  officers: {
    method: 'GET',
    path: '/officers',
    callers: desks,
    reach: 'own',
    summary: 'Who sits at which desk now, to send a visitor to',
    answers: { 200: z.array(officer) },
  },
  takeDesk: { ...deskVerb('sign-in', 'Take a desk'), answers: { 200: desk } },
  leaveDesk: { ...deskVerb('sign-out', 'Leave a desk'), answers: { 200: desk } },
  pauseDesk: { ...deskVerbWith('pause', 'Pause a desk', pauseRequest), answers: { 200: desk } },
  resumeDesk: { ...deskVerb('resume', 'Resume a desk'), answers: { 200: desk } },
  askForBreak: {
    ...deskVerbWith('break', 'Ask a supervisor for a break', breakRequest),
    answers: { 200: desk },
  },
  withdrawBreak: { ...deskVerb('break/withdraw', 'Take back what was asked'), answers: { 200: desk } },
  answerBreak: {
    ...deskVerbWith('break/answer', 'Grant or decline a break that was asked for', breakAnswer),
    callers: supervisors,
    answers: { 200: desk },
  },
  askForHelp: { ...deskVerb('help', 'Call for help: supervisors hear it'), answers: { 200: desk } },
  answerHelp: {
    ...deskVerb('help/answer', 'Tell the officer who called for help that one is coming'),
    callers: supervisors,
    answers: { 200: desk },
  },
  endHelp: { ...deskVerb('help/end', 'End a call for help'), answers: { 200: desk } },
  callNext: { ...deskVerb('call-next', 'Call the next visitor'), answers: { 200: ticket, 204: null } },
  call: deskVerbWith('call', 'Call a ticket out of order', callRequest),
  recall: deskVerb('recall', 'Call again'),
  start: deskVerb('start', 'Begin to serve'),
  finish: deskVerbWith('finish', 'Finish', finishRequest.optional()),
  addService: deskVerbWith('add-service', 'Add a service to the visit', addServiceRequest),
  removeService: deskVerbWith('remove-service', 'Take an added service off the visit', addServiceRequest),
  noShow: deskVerb('no-show', 'Did not come'),
  hold: deskVerbWith('hold', 'Put on hold', holdRequest),
  transfer: deskVerbWith('transfer', 'Transfer to another service', transferRequest),
  reinstate: {
    method: 'POST',
    path: '/tickets/:id/reinstate',
    callers: desks,
    reach: 'act',
    inPerson: true,
    summary: 'Bring back a no-show, held or cancelled ticket',
    params: byId,
    answers: { 200: ticket },
    key: 'optional',
  },
  takeBack: {
    method: 'POST',
    path: '/tickets/:id/take-back',
    callers: desks,
    reach: 'act',
    inPerson: true,
    summary: 'Take back a mistaken finish or no-show',
    params: byId,
    answers: { 200: ticket },
    key: 'optional',
  },
  printPaper: {
    method: 'POST',
    path: '/tickets/:id/paper',
    callers: desks,
    reach: 'act',
    inPerson: true,
    summary: "Print a number's paper, marked SALINAN where it was printed before",
    params: byId,
    body: paperRequest,
    answers: { 200: ticket },
    key: 'optional',
  },
  findTickets: {
    method: 'GET',
    path: '/queue/find',
    callers: desks,
    reach: 'own',
    summary: "Today's tickets with a number as it was typed, in whatever state",
    query: z.strictObject({ number: z.string().max(20) }),
    answers: { 200: z.array(queueTicket) },
  },
  changePriority: {
    method: 'POST',
    path: '/tickets/:id/priority',
    callers: desks,
    reach: 'act',
    inPerson: true,
    summary: 'Give a number priority, or take it away',
    params: byId,
    body: priorityRequest,
    answers: { 200: ticket },
    key: 'optional',
  },
  moveTicket: {
    method: 'POST',
    path: '/tickets/:id/move',
    callers: supervisors,
    reach: 'act',
    inPerson: true,
    summary: 'Move a waiting ticket',
    params: byId,
    body: moveRequest,
    answers: { 200: ticket },
    key: 'optional',
  },
  walkIn: {
    method: 'POST',
    path: '/walk-ins',
    callers: desks,
    reach: 'act',
    inPerson: true,
    summary: 'A visitor who stands at a desk, with paper or without',
    body: walkInRequest,
    answers: { 201: ticket },
    key: 'optional',
  },
  queue: {
    method: 'GET',
    path: '/queue',
    callers: desks,
    reach: 'own',
    summary: "A counter's queue in calling order",
    query: z.strictObject({ counterId: id }),
    answers: { 200: queue },
  },

  ...joiningRoutes,
  ...stopRoutes,

  settings: {
    method: 'GET',
    path: '/admin/settings',
    callers: supervisors,
    reach: 'any',
    summary: "The hall's settings",
    answers: { 200: shownSettings },
  },
  changeSettings: {
    method: 'PATCH',
    path: '/admin/settings',
    callers: admins,
    summary: "Change the hall's settings",
    body: settingsChange,
    answers: { 200: shownSettings },
  },
  goLive: {
    method: 'POST',
    path: '/admin/go-live',
    callers: admins,
    inPerson: true,
    summary: 'End practice mode',
    answers: { 200: site },
    key: 'optional',
  },
  ...kioskRoutes,
  ...peopleRoutes,
  ...hallAdminRoutes,
  ...deviceRoutes,
  ...printerRoutes,
  ...safetyRoutes,
  ...surveyRoutes,
  ...screenRoutes,
  ...reportRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

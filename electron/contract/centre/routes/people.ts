import { z } from 'zod';
import { id } from '../../common';
import { centrePageFault } from '../../page-faults';
import { ownPasswordRequest, signInRequest } from '../../staff';
import {
  centreSession,
  centreSetup,
  centreSite,
  centreUser,
  changedCentreUser,
  givenPassword,
  newCentreUser,
} from '../people';
import { type CentreRouteRows, centreRoles } from '../route';

const everybody = centreRoles;
const params = z.strictObject({ id });

/** The first account, signing in and out, and the centre's people. */
export const peopleRoutes = {
  site: {
    method: 'GET',
    path: '/site',
    callers: ['anyone'],
    halls: 'none',
    rate: 'public_page',
    summary: 'Whether the centre is set up, and its time',
    answers: { 200: centreSite },
  },
  setup: {
    method: 'POST',
    path: '/setup',
    callers: ['anyone'],
    halls: 'none',
    rate: 'guess',
    summary: 'Make the first admin with the set-up code',
    body: centreSetup,
    answers: { 201: centreSession },
  },
  signIn: {
    method: 'POST',
    path: '/session',
    callers: ['anyone'],
    halls: 'none',
    rate: 'guess',
    summary: 'Sign in',
    body: signInRequest,
    answers: { 200: centreSession },
  },
  session: {
    method: 'GET',
    path: '/session',
    callers: everybody,
    halls: 'none',
    beforeOwnPassword: true,
    summary: 'Who is signed in',
    answers: { 200: centreSession },
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    callers: everybody,
    halls: 'none',
    beforeOwnPassword: true,
    summary: 'Sign out',
    answers: { 204: null },
  },
  changeOwnPassword: {
    method: 'POST',
    path: '/session/password',
    callers: everybody,
    halls: 'none',
    beforeOwnPassword: true,
    rate: 'guess',
    summary: 'Change your own password; whoever is signed in elsewhere by the old one is signed out',
    body: ownPasswordRequest,
    answers: { 204: null },
  },
  pageFault: {
    method: 'POST',
    path: '/page-faults',
    callers: ['anyone'],
    halls: 'none',
    rate: 'guess',
    summary: 'A page tells of its fault; it goes into the log',
    body: centrePageFault,
    answers: { 204: null },
  },
  people: {
    method: 'GET',
    path: '/people',
    callers: ['admin'],
    halls: 'none',
    summary: 'Who works at the centre',
    answers: { 200: z.strictObject({ people: z.array(centreUser) }) },
  },
  addPerson: {
    method: 'POST',
    path: '/people',
    callers: ['admin'],
    halls: 'none',
    summary: 'Add an account; its password is told once',
    body: newCentreUser,
    answers: { 201: givenPassword },
  },
  changePerson: {
    method: 'PATCH',
    path: '/people/:id',
    callers: ['admin'],
    halls: 'none',
    summary: 'Change a name, a role or the halls that somebody sees',
    params,
    body: changedCentreUser,
    answers: { 200: centreUser },
  },
  removePerson: {
    method: 'DELETE',
    path: '/people/:id',
    callers: ['admin'],
    halls: 'none',
    summary: 'Remove an account and end its sessions',
    params,
    answers: { 204: null },
  },
  givePassword: {
    method: 'POST',
    path: '/people/:id/password',
    callers: ['admin'],
    halls: 'none',
    summary: 'Give somebody a new password, told once',
    params,
    answers: { 200: givenPassword },
  },
} as const satisfies CentreRouteRows;

import { ownPasswordRequest, session, setupRequest, signInRequest } from '../staff';
import { everybodyHere } from './collection';
import type { RouteRows } from './route';

/** The first account, signing in and out. */
export const sessionRoutes = {
  setup: {
    method: 'POST',
    path: '/setup',
    callers: ['anyone'],
    rate: 'guess',
    summary: 'Make the first admin with the set-up code',
    body: setupRequest,
    answers: { 201: session },
  },
  signIn: {
    method: 'POST',
    path: '/session',
    callers: ['anyone'],
    rate: 'guess',
    summary: 'Sign in',
    body: signInRequest,
    answers: { 200: session },
  },
  session: {
    method: 'GET',
    path: '/session',
    callers: everybodyHere,
    reach: 'any',
    inPerson: true,
    beforeOwnPassword: true,
    summary: 'Who is signed in',
    answers: { 200: session },
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    callers: everybodyHere,
    reach: 'any',
    inPerson: true,
    beforeOwnPassword: true,
    summary: 'Sign out',
    answers: { 204: null },
  },
  changeOwnPassword: {
    method: 'POST',
    path: '/session/password',
    callers: everybodyHere,
    reach: 'any',
    inPerson: true,
    beforeOwnPassword: true,
    summary: 'Change your own password; whoever is signed in elsewhere by the old one is signed out',
    body: ownPasswordRequest,
    answers: { 204: null },
  },
} as const satisfies RouteRows;

import { z } from 'zod';
import {
  adminToken,
  adminUser,
  madeToken,
  newToken,
  newUser,
  tokenChange,
  userChange,
  userImport,
  userImportAnswer,
  userImportPreview,
  userSession,
} from '../admin';
import { id } from '../common';
import {
  addRoute,
  adminListRoute,
  adminOneRoute,
  admins,
  byId,
  changeRoute,
  removeRoute,
} from './collection';
import type { RouteRows } from './route';

/** A list of all the people of a large hall. */
const listBytes = 2 * 1024 * 1024;

/** Who works here, with which programs beside them. */
export const adminPeopleRoutes = {
  users: adminListRoute('/admin/users', adminUser, 'All users'),
  addUser: addRoute('/admin/users', newUser, adminUser, 'Make a user'),
  user: adminOneRoute('/admin/users/:id', adminUser, 'One user'),
  changeUser: changeRoute('user', '/admin/users/:id', userChange, adminUser, 'Change a user'),
  removeUser: removeRoute(
    'user',
    '/admin/users/:id',
    'Remove a user; one with a history is only deactivated',
  ),
  userSessions: {
    method: 'GET',
    path: '/admin/users/:id/sessions',
    callers: admins,
    summary: 'Where a user is signed in',
    params: byId,
    answers: { 200: z.array(userSession) },
  },
  endUserSessions: removeRoute('user', '/admin/users/:id/sessions', 'Sign a user out everywhere'),
  endUserSession: {
    method: 'DELETE',
    path: '/admin/users/:id/sessions/:session',
    callers: admins,
    summary: 'End one session of a user',
    subject: 'user',
    params: z.strictObject({ id, session: userSession.shape.id }),
    answers: { 204: null },
  },
  previewUserImport: {
    method: 'POST',
    path: '/admin/users/import/preview',
    callers: admins,
    summary: 'What a list of people would add, and what is wrong in it; nothing is changed',
    body: userImport,
    mostBytes: listBytes,
    answers: { 200: userImportPreview },
  },
  importUsers: {
    method: 'POST',
    path: '/admin/users/import',
    callers: admins,
    summary: 'Add all people of a list, or none',
    body: userImport,
    mostBytes: listBytes,
    answers: { 201: userImportAnswer },
  },

  tokens: adminListRoute('/admin/tokens', adminToken, "Other programs' tokens, revoked ones too"),
  token: adminOneRoute('/admin/tokens/:id', adminToken, 'One token'),
  makeToken: {
    method: 'POST',
    path: '/admin/tokens',
    callers: admins,
    summary: 'Make a token for another program; it is told once',
    body: newToken,
    answers: { 201: madeToken },
  },
  changeToken: changeRoute(
    'token',
    '/admin/tokens/:id',
    tokenChange,
    adminToken,
    'Rename a token, or change what it may act as',
  ),
  revokeToken: removeRoute('token', '/admin/tokens/:id', 'Let a program in no longer'),
} as const satisfies RouteRows;

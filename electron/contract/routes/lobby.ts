import { z } from 'zod';
import { board, displaySnapshot, voiceRecording } from '../lobby';
import type { RouteRows } from './route';

/** What the lobby's screens show and say. */
export const lobbyRoutes = {
  board: {
    method: 'GET',
    path: '/board',
    callers: ['anyone'],
    summary: "The lobby's screen",
    query: z.strictObject({ zone: z.string().max(40).optional() }),
    sameForAll: true,
    answers: { 200: board },
  },
  display: {
    method: 'GET',
    path: '/display',
    callers: ['anyone'],
    summary: 'What a lobby screen must know besides the board',
    sameForAll: true,
    answers: { 200: displaySnapshot },
  },
  voices: {
    method: 'GET',
    path: '/voices',
    callers: ['anyone'],
    summary: 'The clips that this hall recorded itself',
    sameForAll: true,
    answers: { 200: z.array(voiceRecording) },
  },
} as const satisfies RouteRows;

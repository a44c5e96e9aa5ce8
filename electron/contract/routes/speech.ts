import { adminSpeech, sound, soundRequest } from '../speech';
import { supervisors } from './collection';
import type { RouteRows } from './route';

/** Sentences as sound, made by what the machine has. */
export const speechRoutes = {
  sound: {
    method: 'GET',
    path: '/sound',
    callers: ['kiosk', 'display', 'admin'],
    rate: 'laborious',
    summary:
      'A sentence as sound; `speech_unavailable` where this machine has no voice for its language, so that another source is asked',
    query: soundRequest,
    answers: { 200: sound },
  },
  adminSpeech: {
    method: 'GET',
    path: '/admin/speech',
    callers: supervisors,
    reach: 'any',
    summary: 'What makes sentences into sound on this machine, and how many names are made',
    answers: { 200: adminSpeech },
  },
} as const satisfies RouteRows;

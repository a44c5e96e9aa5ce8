import { z } from 'zod';
import { adminSlide, slideChange, slideMostBytes } from '../admin-screens';
import { adminVoiceClip, voiceClipName, voiceMostBytes } from '../admin-voices';
import { language, oneLine } from '../common';
import { keptPicture, pictureMostBytes, pictureUse } from '../own-pictures';
import { testPrintAnswer } from '../printers';
import {
  logoMostBytes,
  ticketDraft,
  ticketLayout,
  ticketLayoutChange,
  ticketLogo,
  ticketPictures,
} from '../ticket-layout';
import { admins, changeRoute, listRoute, oneRoute, removeRoute, supervisors } from './collection';
import type { RouteRows } from './route';

/** How tickets, screens, kiosks and the voice look and sound. */
export const adminScreenRoutes = {
  adminSlides: listRoute(
    '/admin/slides',
    adminSlide,
    "What the lobby's screens show between the calls",
    'any',
  ),
  adminSlide: oneRoute('/admin/slides/:id', adminSlide, 'One slide', 'any'),
  makeSlide: {
    method: 'POST',
    path: '/admin/slides',
    callers: admins,
    summary: 'Add a picture (PNG, JPEG; it is made anew) or a video (MP4, WebM)',
    query: z.strictObject({ name: oneLine().min(1).max(80) }),
    file: { most: slideMostBytes },
    answers: { 201: adminSlide },
    key: 'optional',
  },
  changeSlide: changeRoute(
    'slide',
    '/admin/slides/:id',
    slideChange,
    adminSlide,
    'Change when a slide is shown, or move it',
  ),
  removeSlide: removeRoute('slide', '/admin/slides/:id', 'Remove a slide and its file'),

  keepPicture: {
    method: 'POST',
    path: '/admin/pictures',
    callers: admins,
    summary:
      "Keep a picture (PNG, JPEG; it is made anew) as a counter's icon or the hall's logo, to be named by it; nothing else is changed",
    query: z.strictObject({ use: pictureUse }),
    file: { most: pictureMostBytes },
    answers: { 201: keptPicture },
    key: 'optional',
  },

  ticketLayout: {
    method: 'GET',
    path: '/admin/ticket-layout',
    callers: supervisors,
    reach: 'any',
    summary: 'How tickets look on paper',
    answers: { 200: ticketLayout },
  },
  changeTicketLayout: {
    method: 'PATCH',
    path: '/admin/ticket-layout',
    callers: admins,
    summary: 'Change how tickets look on paper, from the next one on',
    body: ticketLayoutChange,
    answers: { 200: ticketLayout },
  },
  ticketPictures: {
    method: 'POST',
    path: '/admin/ticket-layout/preview',
    callers: supervisors,
    reach: 'any',
    summary: 'A layout, saved or not, as it comes out of the printer; nothing is changed',
    body: ticketDraft,
    answers: { 200: ticketPictures },
  },
  printTicketDraft: {
    method: 'POST',
    path: '/admin/ticket-layout/test-print',
    callers: admins,
    summary: 'Print a layout, saved or not, marked as a test, on the printer that prints now',
    body: ticketDraft,
    answers: { 200: testPrintAnswer },
  },
  ticketLogo: {
    method: 'POST',
    path: '/admin/ticket-layout/logo',
    callers: admins,
    summary:
      'A picture (PNG, JPEG) as the dots that a printer makes of it, to be saved with a layout; nothing is changed',
    file: { most: logoMostBytes },
    answers: { 200: ticketLogo },
  },

  adminVoices: listRoute(
    '/admin/voices',
    adminVoiceClip,
    'Every clip that calls are spoken with, and which of them the hall recorded itself',
    'any',
  ),
  keepVoice: {
    method: 'POST',
    path: '/admin/voices',
    callers: admins,
    summary: 'Put a recording (Opus, OGG, MP3, M4A, WAV) in place of a clip',
    query: z.strictObject({ language, name: voiceClipName }),
    file: { most: voiceMostBytes },
    answers: { 201: adminVoiceClip },
    key: 'optional',
  },
  removeVoice: {
    method: 'DELETE',
    path: '/admin/voices/:language/:name',
    callers: admins,
    summary: "Take away a recording of the hall's: Antre's own is heard again",
    subject: 'voice',
    params: z.strictObject({ language, name: voiceClipName }),
    answers: { 204: null },
  },
} as const satisfies RouteRows;

import { z } from 'zod';
import { adminSlide, slideChange, slideMostBytes } from './admin-screens';
import { id } from './common';

const byId = z.strictObject({ id });
const admins = ['admin'] as const;
const supervisors = ['supervisor', 'admin'] as const;

/** How tickets, screens, kiosks and the voice look and sound. */
export const screenRoutes = {
  adminSlides: {
    method: 'GET',
    path: '/admin/slides',
    callers: supervisors,
    summary: "What the lobby's screens show between the calls",
    answers: { 200: z.array(adminSlide) },
  },
  adminSlide: {
    method: 'GET',
    path: '/admin/slides/:id',
    callers: supervisors,
    summary: 'One slide',
    params: byId,
    answers: { 200: adminSlide },
  },
  makeSlide: {
    method: 'POST',
    path: '/admin/slides',
    callers: admins,
    summary: 'Add a picture (PNG, JPEG; it is made anew) or a video (MP4, WebM)',
    query: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    file: { most: slideMostBytes },
    answers: { 201: adminSlide },
    key: 'optional',
  },
  changeSlide: {
    method: 'PATCH',
    path: '/admin/slides/:id',
    callers: admins,
    summary: 'Change when a slide is shown, or move it',
    params: byId,
    body: slideChange,
    answers: { 200: adminSlide },
  },
  removeSlide: {
    method: 'DELETE',
    path: '/admin/slides/:id',
    callers: admins,
    summary: 'Remove a slide and its file',
    params: byId,
    answers: { 204: null },
  },
} as const;

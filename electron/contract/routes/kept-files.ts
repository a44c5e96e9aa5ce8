import { z } from 'zod';
import { fileMostBytes, fileOwner, keptFile, keptFileName } from '../kept-files';
import { byId, supervisors } from './collection';
import type { RouteRows } from './route';

/** Files that show something, kept for the things that they are of. */
export const keptFileRoutes = {
  keptFiles: {
    method: 'GET',
    path: '/files',
    callers: supervisors,
    reach: 'hall',
    summary: 'The files that are kept, of one thing or of all, in the order in which they came',
    query: fileOwner.partial(),
    answers: { 200: z.array(keptFile) },
  },
  keepFile: {
    method: 'POST',
    path: '/files',
    callers: supervisors,
    reach: 'hall',
    summary: 'Keep a file (PDF, JPEG, PNG, XLSX, DOCX) for a thing; pictures are made anew',
    query: fileOwner.extend({ name: keptFileName }),
    file: { most: fileMostBytes },
    answers: { 201: keptFile },
    key: 'optional',
  },
  keptFileContent: {
    method: 'GET',
    path: '/files/:id/content',
    callers: supervisors,
    reach: 'hall',
    summary: 'A kept file itself, to be saved',
    params: byId,
    answers: { 200: z.unknown() },
    produces: 'application/octet-stream',
  },
  removeFile: {
    method: 'DELETE',
    path: '/files/:id',
    callers: supervisors,
    reach: 'hall',
    summary: 'Remove a kept file from what it was kept for',
    subject: 'file',
    params: byId,
    answers: { 204: null },
  },
} as const satisfies RouteRows;

import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { id, instant, oneLine } from './common';

/** A scan of many pages, or a photograph. */
export const fileMostBytes = 10 * 1024 * 1024;
/** So many for one thing. */
export const mostFilesOfOne = 20;

/**
 * What files are kept for, and who may add and remove them; every caller of the routes reads all. A new kind is its name here and how
 * it is looked for in `electron/store/file-owners.ts`, and whatever removes one of its things calls `forgetFilesOf`.
 */
export const fileOwners = {
  follow_up: ['supervisor', 'admin'],
  /** Of an evaluation's year: `2026-18`. */
  indicator: ['supervisor', 'admin'],
} as const satisfies Readonly<Record<string, readonly ('supervisor' | 'admin')[]>>;
export type FileOwnerKind = keyof typeof fileOwners;
const ownerKinds = Object.keys(fileOwners) as [FileOwnerKind, ...FileOwnerKind[]];

/** What a file is kept for: a kind of thing, and which of them. */
export const fileOwner = z.strictObject({
  ownerKind: z.enum(ownerKinds),
  ownerId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,59}$/, refusedAs('id')),
});
export type FileOwner = z.infer<typeof fileOwner>;

/** The kinds that are kept, by their ending; judged by what is in them. */
export const keptMediaTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type KeptEnding = keyof typeof keptMediaTypes;

export const keptFileName = oneLine().min(1).max(120);

/** A file that shows something: an answer to what the ministry asks, a decision, a photograph. */
export const keptFile = fileOwner.extend({
  id,
  version: z.number().int(),
  /** As who sent it called it, with the ending of its kind and nothing that a file system takes amiss. */
  name: z.string(),
  mediaType: z.enum(keptMediaTypes),
  bytes: z.number().int(),
  /** Of what is kept: pictures are made anew, so that they don't tell where they were taken. */
  sha256: z.string(),
  addedAt: instant,
  /** The account's name; empty where another program sent it. */
  addedBy: z.string(),
  /** The file itself is gone, as after an older copy of the database alone was restored. */
  missing: z.boolean(),
});
export type KeptFile = z.infer<typeof keptFile>;

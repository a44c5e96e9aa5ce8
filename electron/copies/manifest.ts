import { z } from 'zod';
import { awayCopy } from '../contract/admin-copies';

/** The newest form of copies that this Antre reads; from 2 on they hold the authority by which the hall's computers trust it, from 3 on files that show something. */
export const copyForm = 3;

const sums = z.object({
  shape: z.number().int(),
  hallId: z.string().nullable(),
  siteName: z.string().nullable(),
  timezone: z.string(),
  counters: z.number().int(),
  users: z.number().int(),
  tickets: z.number().int(),
  lastBusinessDate: z.string().nullable(),
  rows: z.record(z.string(), z.number().int()),
});

/** What a copy says of itself, as its last part: of each part before it the bytes and their hash, and what was counted. */
export const manifest = z.object({
  format: z.literal('antre-copy'),
  form: z.number().int().min(1).max(copyForm),
  /** The Antre that made it. */
  antre: z.string(),
  /** Milliseconds since 1970 UTC. */
  madeAt: z.number().int(),
  sums,
  parts: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

/**
 * The label that lies beside a copy, to be read without the key: whose it is and when it was made. It is no proof of anything;
 * the manifest inside is.
 */
export const label = z.object({
  format: z.literal('antre-copy-label'),
  form: z.number().int(),
  antre: z.string(),
  hallId: z.string().nullable(),
  timezone: z.string(),
  madeAt: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  contents: awayCopy.shape.label.unwrap(),
});
export type Label = z.infer<typeof label>;

/** What is counted of a local copy, in a file beside it. */
export const localSeal = z.object({ format: z.literal('antre-copy-seal'), sha256: z.string(), sums });

export const partNames = {
  database: 'database.sqlite',
  configuration: 'configuration.json',
  manifest: 'manifest.json',
} as const;

/** Folders of a data directory whose files are of the hall and in no database. */
export const keptFolders = ['pictures', 'slides', 'voice', 'reports', 'files', 'tls'] as const;

/** Names of files in these folders, at most one folder deeper; nothing that leads elsewhere. */
const keptName = /^(?:pictures|slides|voice|reports|files)(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,150}){1,2}$/;
/** What computers of the hall trust by hand, and that they do; the server's own certificate is made anew by it where addresses changed. */
const trusted = /^tls\/(?:authority\.pem|given-out)$/;
/** Slides, pictures and kept files have random names, which may begin with any sign of theirs. */
const randomName = /^(?:pictures|slides|files)\/[A-Za-z0-9_-]{1,100}\.[a-z0-9]{1,5}$/;

/** Whether a file of a data directory goes into copies, by its name below it; with slashes. */
export function isKeptName(name: string): boolean {
  return keptName.test(name) || randomName.test(name) || trusted.test(name);
}

export const copyFileName = (name: string): string => `${name}.tar.gz.age`;
export const labelFileName = (name: string): string => `${name}.json`;

/** A copy's name by the moment at which it was made, milliseconds since 1970 UTC. */
export function copyNameAt(moment: number): string {
  return `antre-${new Date(moment).toISOString().replace(/[-:.]/g, '')}`;
}

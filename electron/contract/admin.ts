import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, id, instant, oneLine } from './common';
import { password, role, username } from './staff';

/** Days on which somebody doesn't work, both included. */
export const leave = z
  .strictObject({ from: date, to: date, note: oneLine().max(80) })
  .refine(({ from, to }) => from <= to, {
    ...refusedAs('begins_before_end'),
    path: ['to'],
  });
export type Leave = z.infer<typeof leave>;

const userFields = z.strictObject({
  username,
  displayName: oneLine().min(1).max(80),
  role,
  password,
  /** An account of the whole hall, which has to be said; an admin's always is. */
  wholeHall: z.boolean(),
  /** Names of institutions as counters have them (`agency`); what it reaches follows their counters. */
  institutions: z.array(oneLine().min(1).max(120)).max(200),
  /** Of an officer: only these counters of the institutions; null: all of them. Given alone, its institutions are theirs. */
  counterIds: z.array(id).nullable(),
  active: z.boolean(),
  leave: z.array(leave).max(40),
  /** The password was given: nothing but another can be done with it. */
  mustChangePassword: z.boolean(),
});
export const newUser = userFields.partial({
  wholeHall: true,
  institutions: true,
  counterIds: true,
  active: true,
  leave: true,
  mustChangePassword: true,
});
export const userChange = userFields.partial();
export const adminUser = userFields.omit({ password: true }).extend({
  id,
  version: z.number().int(),
  /** On leave today: the last day of it; null: at work. */
  onLeaveUntil: date.nullable(),
  /** How often this user is signed in now. */
  sessions: z.number().int(),
  /** The label of the desk where this user serves now, or null. */
  deskLabel: z.string().nullable(),
});
export type AdminUser = z.infer<typeof adminUser>;

export const userSession = z.strictObject({
  /** Tells it from the others; signs nobody in. */
  id: z.string().regex(/^[\w-]{16}$/),
  createdAt: instant,
  /** When something was last asked with it, to the minute. */
  lastSeenAt: instant,
  /** The network address that signed in. */
  address: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});
export type UserSession = z.infer<typeof userSession>;

/**
 * A list of people as CSV, separated by `;` or `,`, with a line of headings: `nama`, `nama_pengguna`, `peran`, `instansi`,
 * `gerai`, `kata_sandi` (or `name`, `username`, `role`, `institutions`, `counters`, `password`). Institutions are parted by
 * `|`; `seluruh balai` (`whole hall`) has to be written. Without a password Antre makes one.
 */
export const userImport = z.strictObject({ csv: z.string().min(1).max(400_000) });
export const importFaultKinds = [
  'unreadable',
  'no_rows',
  'too_many_rows',
  'missing_column',
  'unknown_column',
  'missing_value',
  'too_long',
  'bad_username',
  'unknown_role',
  'unknown_counter',
  'unknown_institution',
  'no_institution',
  'counter_elsewhere',
  'counters_of_officers',
  'short_password',
  'common_password',
  'twice',
  'already_exists',
] as const;
/** What is wrong with a list, and where. */
export const importFault = z.strictObject({
  /** Of the file, from 1; 0: of the whole. */
  line: z.number().int(),
  /** The column's heading, or empty. */
  column: z.string(),
  kind: z.enum(importFaultKinds),
  /** What stood there. */
  value: z.string(),
});
export type ImportFault = z.infer<typeof importFault>;
export const importedUser = z.strictObject({
  line: z.number().int(),
  username: z.string(),
  displayName: z.string(),
  role,
  wholeHall: z.boolean(),
  institutions: z.array(z.string()),
  counterIds: z.array(id).nullable(),
  /** Whether the file gives a password; else Antre makes one. */
  hasPassword: z.boolean(),
});
export const userImportPreview = z.strictObject({
  users: z.array(importedUser),
  /** Nothing is imported while there is any. */
  faults: z.array(importFault),
});
export type UserImportPreview = z.infer<typeof userImportPreview>;
export const userImportAnswer = z.strictObject({
  users: z.array(
    z.strictObject({
      username: z.string(),
      displayName: z.string(),
      /** The password that Antre made, told this once; null: the file's. */
      password: z.string().nullable(),
    }),
  ),
});
export type UserImportAnswer = z.infer<typeof userImportAnswer>;

const tokenFields = z.strictObject({
  name: oneLine().min(1).max(60),
  /** What the program may act as. */
  roles: z
    .array(role)
    .min(1)
    .refine((roles) => new Set(roles).size === roles.length, {
      ...refusedAs('role_once'),
    }),
});
export const newToken = tokenFields;
export const tokenChange = tokenFields.partial();
export const adminToken = tokenFields.extend({
  id,
  version: z.number().int(),
  createdAt: instant,
  /** The display name of who made it. */
  createdBy: z.string().nullable(),
  /** To the minute. */
  lastUsedAt: instant.nullable(),
  revoked: z.boolean(),
});
export type AdminToken = z.infer<typeof adminToken>;
/** The token itself is told this once. */
export const madeToken = adminToken.extend({ token: z.string() });

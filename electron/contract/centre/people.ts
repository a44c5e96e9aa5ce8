import { z } from 'zod';
import { id, instant, oneLine } from '../common';
import { password, username } from '../staff';
import { centreRoles } from './route';

export const centreRole = z.enum(centreRoles);

/** Somebody who works at the centre. */
export const centreUser = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  role: centreRole,
  /** The halls that a viewer sees; null: all. */
  hallIds: z.array(id).nullable(),
});
export type CentreUser = z.infer<typeof centreUser>;

export const centreSession = z.strictObject({
  user: centreUser,
  /** The password was given by somebody else: until it is changed the session may do nothing more. */
  mustChangePassword: z.literal(true).optional(),
});
export type CentreSession = z.infer<typeof centreSession>;

export const centreSetup = z.strictObject({
  code: z.string().min(1).max(100),
  username,
  password,
  displayName: oneLine().min(1).max(80),
  /** The centre's name, which halls and the public see: `Kabupaten Sleman`. */
  centreName: oneLine().min(1).max(80),
});

/** What anybody may know of a centre before signing in. */
export const centreSite = z.strictObject({
  /** Whether the first account was made. */
  setUp: z.boolean(),
  /** Empty until it is set up. */
  name: z.string(),
  version: z.string(),
  now: instant,
});

const hallIds = z.array(id).max(1000);
export const newCentreUser = z.strictObject({
  username,
  displayName: oneLine().min(1).max(80),
  role: centreRole,
  /** Of a viewer; others see all. */
  hallIds: hallIds.default([]),
});
export const changedCentreUser = z.strictObject({
  displayName: oneLine().min(1).max(80).optional(),
  role: centreRole.optional(),
  hallIds: hallIds.optional(),
});
/** A new account, or a new password: told once, to be handed over; its owner changes it at the first sign-in. */
export const givenPassword = z.strictObject({ user: centreUser, password: z.string() });

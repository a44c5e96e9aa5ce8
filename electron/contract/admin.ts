import { z } from 'zod';
import { id } from './common';
import { password, role, username } from './staff';

export const userFields = z.strictObject({
  username,
  displayName: z.string().trim().min(1).max(80),
  role,
  password,
  counterIds: z.array(id).nullable(),
  active: z.boolean(),
});
export const newUser = userFields.partial({ counterIds: true, active: true });
export const userChange = userFields.partial();
export const adminUser = userFields.omit({ password: true }).extend({ id });
export type AdminUser = z.infer<typeof adminUser>;

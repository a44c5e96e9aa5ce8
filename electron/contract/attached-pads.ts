import { z } from 'zod';

/** What a kiosk's machine knows that somebody could press without seeing the screen. */
export const attachedPads = z.strictObject({
  /** Whether there is a keyboard; a pad that types is one, and a scanner that types can't be told apart. */
  keyboard: z.boolean(),
  /** Those of a maker's own kind that can be heard: `1234:beef`. */
  ofOwnMaker: z.array(z.string().regex(/^[0-9a-f]{4}:[0-9a-f]{4}$/)).max(50),
});
export type AttachedPads = z.infer<typeof attachedPads>;

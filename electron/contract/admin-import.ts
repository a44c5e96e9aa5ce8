import { z } from 'zod';

/** One thing that an import changes; `null` where it isn't there before or after. */
export const configurationDifference = z.strictObject({
  /** Where in the file, counters by code, services by Indonesian name, desks by number: `counters.A.zone`. */
  path: z.string(),
  before: z.json(),
  after: z.json(),
});
export type ConfigurationDifference = z.infer<typeof configurationDifference>;
export const importAnswer = z.strictObject({ differences: z.array(configurationDifference) });
export const importPreview = importAnswer.extend({
  /** The state of the hall that the differences are to; an import with it as `If-Match` is refused after a change. */
  basis: z.string(),
});

import { z } from 'zod';
import { id, instant, localized } from './common';

/** How the day goes: the figures that the admin page begins with, of the counters within reach. */
export const hallToday = z.strictObject({
  /**
   * By the calendar alone, whatever practice or a stop says. `open`: numbers are given or those who wait are served;
   * `later`: they will be, at `opensAt`; `break`: they were, and will be again then; `over`: they were; `closed`: not today.
   */
  hours: z.enum(['open', 'later', 'break', 'over', 'closed']),
  /** When numbers are next given today; null: no more, or already. */
  opensAt: instant.nullable(),
  /** When the last counter stops giving numbers today; null: none does. */
  lastNumberAt: instant.nullable(),
  /** When the last counter closes today; null: none is open. */
  closesAt: instant.nullable(),
  /** Why it is closed, where the calendar says. */
  reason: localized.nullable(),
  /** The whole hall is stopped by hand. */
  stopped: z.boolean(),
  waiting: z.number().int(),
  /** Who waits longest, since when and for which counter; null: nobody waits. */
  longest: z.strictObject({ since: instant, counterId: id, counter: localized }).nullable(),
  desks: z.number().int(),
  /** Desks at which somebody sits. */
  staffedDesks: z.number().int(),
  /** Counters that should serve now by their hours, and at none of whose desks anybody sits. */
  unstaffedCounters: z.number().int(),
  /** Services of visits that were finished today, and that ended as no-shows. */
  served: z.number().int(),
  noShow: z.number().int(),
});
export type HallToday = z.infer<typeof hallToday>;

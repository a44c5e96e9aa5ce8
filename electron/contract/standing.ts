import { z } from 'zod';
import { id, instant, localized } from './common';

export const serviceStatuses = ['open', 'closed', 'break', 'quota_full', 'paused'] as const;
export const serviceStatus = z.enum(serviceStatuses);
export type ServiceStatus = z.infer<typeof serviceStatus>;

/** How a service is, whether or not it gives numbers: `status` says whether it does. */
export const serviceStates = [
  /** Somebody sits there. */
  'serving',
  /** All who sit there are on a break, while numbers are given on; or a break of the hours, with `opensAt`. */
  'break',
  /** The hours have begun and nobody has come yet, for no longer than the hall puts up with. */
  'promised',
  /** The officers who were there have left, no longer ago than that. */
  'away',
  /** Nobody was there for longer; numbers go on or not, as the hall wants. */
  'absent',
  /** Stopped by hand. */
  'stopped',
  'quota_full',
  /** The line is longer than the day: by the hall's rule numbers that can't be served today are not given. */
  'day_full',
  'closed',
] as const;
export const serviceState = z.enum(serviceStates);
export type ServiceState = z.infer<typeof serviceState>;

/** How a service or counter is at this moment, told the same everywhere. */
export const serviceStanding = z.strictObject({
  /** `open`: it gives numbers. */
  status: serviceStatus,
  state: serviceState,
  /** What visitors ought to know of it, in the three languages; null while somebody serves. */
  reason: localized.nullable(),
  /** The next moment at which it gives numbers; null while it does, and where none is known. */
  opensAt: instant.nullable(),
  /** When the officers said to be back from their break, or a stop may end; null where nobody said, or it is over. */
  until: instant.nullable(),
  /** Why it was stopped by hand, in the words of the person who did; null otherwise. */
  cause: localized.nullable(),
});
export type ServiceStanding = z.infer<typeof serviceStanding>;

/** A stop by hand as everybody is told: of the whole hall (`of` null), a counter or a service. */
export const toldStop = z.strictObject({
  of: localized.nullable(),
  /** The counter, or that of the service; null: the whole hall. */
  counterId: id.nullable(),
  /** That it is stopped, and until when presumably. */
  reason: localized,
  cause: localized.nullable(),
  /** When it may end; null where nobody said, or it is over. */
  until: instant.nullable(),
  /** Of the numbers that stay valid: `["IM"]`; none where the whole hall is stopped. */
  letters: z.array(z.string()),
});
export type ToldStop = z.infer<typeof toldStop>;

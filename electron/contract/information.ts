import { z } from 'zod';
import { date, instant, localized } from './common';
import { menuCounter, menuService, serviceDay } from './site';

/** A service as people see it before they come. */
export const informationService = menuService.extend({
  /** Today and the six days after. */
  week: z.array(serviceDay),
});

/** `GET /info`: what people need to know before they come. */
export const hallInformation = z.strictObject({
  name: z.string(),
  city: z.string(),
  timezone: z.string(),
  practice: z.boolean(),
  now: instant,
  today: date,
  counters: z.array(menuCounter.omit({ services: true }).extend({ services: z.array(informationService) })),
  /** Closures of the whole hall within the coming seven days. */
  closures: z.array(z.strictObject({ from: date, to: date.nullable(), reason: localized })),
});
export type HallInformation = z.infer<typeof hallInformation>;
export type InformationCounter = HallInformation['counters'][number];

import { z } from 'zod';
import { date, instant, localized } from './common';
import { publishedAnswer } from './publication';
import { menuCounter, menuService, serviceDay } from './site';
import { publishedSkm } from './skm-publication';

/** A service as people see it before they come. */
export const informationService = menuService.extend({
  /** Today and the six days after. */
  week: z.array(serviceDay),
  /** Whether its standard is read at `/info/standar/ID`. */
  hasStandard: z.boolean(),
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
  /** Whether the hall's Maklumat is read at `/info/maklumat`. */
  hasMaklumat: z.boolean(),
  /** Closures of the whole hall within the coming seven days. */
  closures: z.array(z.strictObject({ from: date, to: date.nullable(), reason: localized })),
  /** The newest complaints that were answered, in words for everybody; all stand at `/aduan`. */
  answers: z.array(publishedAnswer),
  /** The last result of the satisfaction survey that is public, and what is done about it; null: there is none. */
  skm: publishedSkm.nullable(),
});
export type HallInformation = z.infer<typeof hallInformation>;
export type InformationCounter = HallInformation['counters'][number];

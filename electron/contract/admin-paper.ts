import { z } from 'zod';
import { date, id, instant, timeOfDay } from './common';

/** As many as stand on the sheets of a counter for a day. */
export const mostPaperNumbers = 500;
/** What was on paper longer ago is no more known to anybody. */
export const paperDaysBack = 60;

const number = z.number().int().min(1).max(mostPaperNumbers);
const people = z.number().int().min(0).max(mostPaperNumbers);

/** Numbers of a counter that were given on paper, in a row and for one service, and what became of them. */
export const newPaperBlock = z.strictObject({
  date,
  serviceId: id,
  from: number,
  to: number,
  served: people,
  /** Called, and nobody came. Whoever is neither served nor this went home. */
  noShow: people,
  /** When the first of them came, and the last. */
  firstAt: timeOfDay,
  lastAt: timeOfDay,
});
export type NewPaperBlock = z.infer<typeof newPaperBlock>;

export const paperBlock = newPaperBlock.extend({
  id,
  version: z.number().int(),
  counterId: id,
  /** `K-D`: before the numbers of the sheets, and of no others. */
  prefix: z.string(),
  /** Null: no more known. */
  typedBy: z.string().nullable(),
  typedAt: instant,
});
export type PaperBlock = z.infer<typeof paperBlock>;

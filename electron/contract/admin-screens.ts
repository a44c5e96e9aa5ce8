import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, id, oneLine, timeOfDay } from './common';

/** A video of a minute in full HD; a picture of a phone has less. */
export const slideMostBytes = 60 * 1024 * 1024;
export const maxSlides = 40;

const weekdays = z
  .array(z.number().int().min(1).max(7))
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, refusedAs('weekday_once'));
const hours = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from < to, { ...refusedAs('begins_before_end'), path: ['to'] });

const slideFields = z.strictObject({
  /** What admins know it by, and what a screen reader says of it. */
  name: oneLine().min(1).max(80),
  /** How long a picture stays; a video stays until it ends. */
  seconds: z.number().int().min(3).max(300),
  /** Monday 1 … Sunday 7. */
  weekdays,
  /** Within which hours of these days; null: all day. */
  hours: hours.nullable(),
  /** First and last day, both included; null: from now, for good. */
  fromDate: date.nullable(),
  toDate: date.nullable(),
  /** False: kept, and not shown. */
  shown: z.boolean(),
  /** Its place among the slides, from 0. */
  position: z.number().int().min(0).max(999),
});
export const slideChange = slideFields.partial();
export type SlideChange = z.infer<typeof slideChange>;

export const slideKind = z.enum(['image', 'video']);
export const adminSlide = slideFields.extend({
  id,
  version: z.number().int(),
  kind: slideKind,
  url: z.string(),
  bytes: z.number().int(),
  /** Whether screens show it now. */
  due: z.boolean(),
  /** Its file is gone (a backup brings back rows, not files): screens pass it over. */
  missing: z.boolean(),
  unreadable: z.array(z.string()),
});
export type AdminSlide = z.infer<typeof adminSlide>;

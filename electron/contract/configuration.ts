import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, language, localized, oneLine, timeOfDay } from './common';
import { pictureName } from './own-pictures';
import { paperLine, paperLists, paperTexts } from './paper-text';
import { counterGroup } from './site';
import { standardFields } from './standards';
import { priority } from './tickets';

/** A counter's code and the letters before its numbers: `A`, `K`, `IM`. */
export const counterCode = z.string().regex(/^[A-Z]{1,2}[0-9]?$/, refusedAs('counter_code'));

const span = z.strictObject({ from: timeOfDay, to: timeOfDay });
/** One day of a week of hours; a weekday that is not listed is closed. */
export const openingDay = z
  .strictObject({
    /** Monday 1 … Sunday 7. */
    weekday: z.number().int().min(1).max(7),
    opens: timeOfDay,
    closes: timeOfDay,
    breaks: z.array(span).max(6),
  })
  .refine((day) => day.opens < day.closes, {
    ...refusedAs('opens_before_close'),
    path: ['closes'],
  })
  .refine((day) => day.breaks.every((b) => b.from < b.to && day.opens <= b.from && b.to <= day.closes), {
    ...refusedAs('break_within_hours'),
    path: ['breaks'],
  });
export type OpeningDay = z.infer<typeof openingDay>;

export const openingWeek = z
  .array(openingDay)
  .max(7)
  .refine((week) => new Set(week.map((day) => day.weekday)).size === week.length, {
    ...refusedAs('weekday_once'),
  });
export type OpeningWeek = z.infer<typeof openingWeek>;

/** Priority numbers called for each regular one at this counter; null or left out: as many as in the hall. */
const priorityRatio = z.number().int().min(1).max(10).nullable().optional();
const waitLimitMinutes = z.number().int().min(1).max(600).nullable().optional();
const calledMinutes = z.number().int().min(0).max(60).nullable().optional();
/** Who may ask to go first; null or left out: everybody. */
const priorities = z.array(priority).max(4).nullable().optional();

const servedThere = z.array(z.number().int().min(0).max(39)).max(40);

/** `to` null: until further notice, which a last day of more than five years was meant to say. */
const closures = z.array(
  z
    .strictObject({ from: date, to: date.nullable(), reason: localized, week: openingWeek.nullable() })
    .transform((closure) => ({ ...closure, to: withinYears(closure, 5) ? closure.to : null })),
);

function withinYears(closure: { readonly from: string; readonly to: string | null }, years: number): boolean {
  const last = `${String(Number(closure.from.slice(0, 4)) + years).padStart(4, '0')}${closure.from.slice(4)}`;
  return closure.to !== null && closure.to <= last;
}

/**
 * One JSON file that holds a hall's whole configuration: `ANTRE_SITE=FILE` starts a new data directory from it,
 * the practice site is one. Counters refer to nothing; services, desks, hours and closures stand under what they
 * belong to, so the file needs no ids.
 */
export const configuration = z
  .strictObject({
    format: z.literal('antre-site', refusedAs('no_configuration')),
    version: z.literal(1, refusedAs('newer_configuration')),
    site: z.strictObject({
      name: paperLine().min(1).max(60),
      city: paperLine().min(1).max(60),
      timezone: z.string().min(1).max(60),
      languages: z.array(language).min(1),
    }),
    hours: z.strictObject({ week: openingWeek, lastTicketMinutesBefore: z.number().int().min(0).max(240) }),
    closures,
    counters: z
      .array(
        z.strictObject({
          code: counterCode,
          name: paperTexts,
          /** What people come for, at most 24 characters: `KTP, KK, akta`. */
          hint: localized,
          agency: oneLine().min(1).max(120),
          group: counterGroup,
          icon: oneLine().max(40),
          zone: oneLine().max(40),
          /** Where it comes from: named for Kajen, the cooperation agreement's seed, or assumed. */
          source: z.enum(['seed', 'named', 'assumed']).optional(),
          /** Closures of this counter alone. */
          closures: closures.optional(),
          paused: z.boolean().optional(),
          priorityRatio,
          waitLimitMinutes,
          /** Left out: yes, where the hall allows it. */
          phoneJoining: z.boolean().optional(),
          hours: z
            .strictObject({ week: openingWeek, lastTicketMinutesBefore: z.number().int().min(0).max(240) })
            .nullable(),
          desks: z
            .array(
              z.strictObject({
                number: z.number().int().min(1).max(999),
                label: oneLine().min(1).max(10),
                /** What is served there, by the place among the counter's services from 0; left out: all. */
                services: servedThere.optional(),
                /** Counters of the file that it serves too, each as its own. */
                otherCounters: z
                  .array(z.strictObject({ code: counterCode, services: servedThere.optional() }))
                  .max(40)
                  .optional(),
              }),
            )
            .max(40),
          services: z
            .array(
              z.strictObject({
                name: paperTexts,
                /** Null: the counter's code. */
                prefix: counterCode.nullable(),
                quotaPerDay: z.number().int().min(1).max(9999).nullable(),
                usualMinutes: z.number().int().min(1).max(480),
                documents: paperLists,
                priorities,
                calledMinutes,
                closures: closures.optional(),
                paused: z.boolean().optional(),
                /** Left out: nobody has written one, or it stays as it is. */
                standard: standardFields.optional(),
                hours: z
                  .strictObject({
                    week: openingWeek,
                    lastTicketMinutesBefore: z.number().int().min(0).max(240),
                  })
                  .nullable(),
              }),
            )
            .max(40),
        }),
      )
      .max(200),
    settings: z.record(z.string(), z.json()).optional(),
    /** The hall's own pictures that counters and settings name, each PNG or JPEG in base64. */
    pictures: z.record(pictureName, z.base64().max(400_000)).optional(),
  })
  .refine((c) => new Set(c.counters.map((counter) => counter.code)).size === c.counters.length, {
    ...refusedAs('same_counter_code'),
    path: ['counters'],
  });
export type Configuration = z.infer<typeof configuration>;

import { z } from 'zod';
import { date, id, instant, language, localized, localizedList, timeOfDay } from './common';
import { counterGroups } from './counter-groups';
import { serviceStanding } from './standing';
import { priority } from './tickets';
import { servedToday, waitShape } from './wait';

export const site = z.strictObject({
  name: z.string(),
  city: z.string(),
  timezone: z.string(),
  languages: z.array(language),
  practice: z.boolean(),
  now: instant,
  businessDate: date,
  /** Whether the first admin exists; until then only `POST /setup` lets anybody in. */
  setUp: z.boolean(),
});
export type Site = z.infer<typeof site>;

export const counterGroup = z.enum(counterGroups);
export type CounterGroup = z.infer<typeof counterGroup>;

export const menuService = z.strictObject({
  id,
  name: localized,
  documents: localizedList,
  /** Whether kiosks show its standard. */
  hasStandard: z.boolean(),
  /** Who may ask to go first here. */
  priorities: z.array(priority),
  ...serviceStanding.shape,
  /** Numbers left today, or null where there is no quota. */
  quotaLeft: z.number().int().nullable(),
  waiting: z.number().int(),
  /** Of whoever would take a number now. */
  ...waitShape,
});
export type MenuService = z.infer<typeof menuService>;

/** The one line that all services of a counter share, for whoever would join it now. */
export const sharedLine = z.strictObject({
  /** All who stand in it, also for other counters where its desks serve several. */
  waiting: z.number().int(),
  estimate: waitShape.estimate,
  calledAround: waitShape.calledAround,
});

export const menuCounter = z.strictObject({
  id,
  code: z.string(),
  name: localized,
  /** What people come for, in a few words: `KTP, KK, akta`. */
  hint: localized,
  /** The institution's full name. */
  agency: z.string(),
  group: counterGroup,
  icon: z.string(),
  zone: z.string(),
  ...serviceStanding.shape,
  waiting: z.number().int(),
  /** Null where its desks serve different services, each of which has a wait of its own. */
  line: sharedLine.nullable(),
  /** The best of its services that give numbers; null where none does or nothing can be foreseen. */
  servedToday: servedToday.nullable(),
  /** The labels of its desks, in order: `["3", "4", "5"]`. */
  desks: z.array(z.string()),
  services: z.array(menuService),
});
export type MenuCounter = z.infer<typeof menuCounter>;

export const counterMenu = z.array(menuCounter);

/** One of the coming seven days of a service. */
export const serviceDay = z.strictObject({
  date,
  weekday: z.number().int().min(1).max(7),
  /** Open spans in order, breaks already cut out; empty: closed that day. */
  spans: z.array(z.strictObject({ opens: timeOfDay, closes: timeOfDay })),
  /** Why it differs from the week (a closure's reason), or null. */
  reason: localized.nullable(),
  quota: z.number().int().nullable(),
});
export type ServiceDay = z.infer<typeof serviceDay>;
export const serviceWeek = z.array(serviceDay);

import { z } from 'zod';
import { displayLayout } from './appearance';
import { date, id, instant, language, localized, timeOfDay } from './common';
import { pictureName } from './own-pictures';
import { publicParts } from './standard-parts';
import { serviceStanding, toldStop } from './standing';

export const call = z.strictObject({
  /** Rises by one for each call and never goes back; survives a restart. */
  sequence: z.number().int(),
  number: z.string(),
  desk: z.strictObject({ id, label: z.string() }),
  counter: z.strictObject({ id, code: z.string(), name: localized, group: z.string(), zone: z.string() }),
  calledAt: instant,
  recall: z.boolean(),
  /** Called before others for a reason; which one is nobody else's business. */
  priority: z.boolean(),
  /** An officer comes for its visitor, who can't find the desk alone. */
  fetchMe: z.boolean(),
  /** The ticket's language: calls are spoken in Indonesian and, where it differs, also in this one. */
  language,
});
export type Call = z.infer<typeof call>;

export const board = z.strictObject({
  now: instant,
  /** The newest first; at most ten. */
  calls: z.array(call),
  /** What is stopped by hand here. */
  stops: z.array(toldStop),
  counters: z.array(
    z.strictObject({
      id,
      code: z.string(),
      name: localized,
      group: z.string(),
      /** The part of the hall it stands in; a display of one zone shows only that zone's. */
      zone: z.string(),
      nowServing: z.array(z.strictObject({ number: z.string(), desk: z.string() })),
      waiting: z.number().int(),
      /** How it is for those who wait, whatever its quota and the time of the last number. */
      standing: serviceStanding,
    }),
  ),
});
export type Board = z.infer<typeof board>;

/** What visitors ought to know before they come or wait; shown between the calls. */
export const notice = z.discriminatedUnion('kind', [
  /** A counter, or one service of it, that opens on fewer days than the hall does. */
  z.strictObject({
    kind: z.literal('some_days'),
    counterId: id,
    counter: localized,
    /** Null: all that the counter does. */
    service: localized.nullable(),
    /** Monday 1 … Sunday 7, in order. */
    days: z.array(
      z.strictObject({ weekday: z.number().int().min(1).max(7), opens: timeOfDay, closes: timeOfDay }),
    ),
    /** Days on which the hall opens and this does not. */
    closedOn: z.array(z.number().int().min(1).max(7)),
    quotaPerDay: z.number().int().nullable(),
  }),
  /** A closure of the hall or of one counter or service, under way or within the coming fortnight. */
  z.strictObject({
    kind: z.literal('closure'),
    /** The counter or service that is closed; null: the whole hall. */
    of: localized.nullable(),
    /** Whose closure it is, or of whose service; null: the hall's. */
    counterId: id.nullable(),
    from: date,
    /** Null: until further notice. */
    to: date.nullable(),
    reason: localized,
    /** True where it is open at other hours meanwhile, false where it is closed. */
    otherHours: z.boolean(),
  }),
  /** A piece of the hall's Maklumat, as much as is read at once; in Indonesian. */
  z.strictObject({ kind: z.literal('promise'), counterId: id.nullable(), text: z.string() }),
  /** Likewise of a part of a service's standard. */
  z.strictObject({
    kind: z.literal('standard'),
    counterId: id.nullable(),
    service: localized,
    isExample: z.boolean(),
    part: z.enum(publicParts),
    text: z.string(),
  }),
  /** Likewise of the satisfaction survey's last result that is public. */
  z.strictObject({
    kind: z.literal('skm'),
    counterId: z.null(),
    part: z.enum(['value', 'elements', 'actions']),
    text: z.string(),
  }),
  /** Likewise of a complaint and its answer in words for everybody. */
  z.strictObject({
    kind: z.literal('answer'),
    counterId: z.null(),
    /** Which one: its pieces stay together. */
    at: z.number().int(),
    /** What it is about; null: the hall. */
    counter: localized.nullable(),
    part: z.enum(['question', 'answer']),
    text: z.string(),
  }),
]);
export type Notice = z.infer<typeof notice>;

/** Topic `display` and `GET /display`: what a lobby screen must know besides the board. */
export const displaySnapshot = z.strictObject({
  name: z.string(),
  city: z.string(),
  /** The hall's own sign, or null. */
  logo: pictureName.nullable(),
  timezone: z.string(),
  practice: z.boolean(),
  /** The languages in which texts are shown, one after another. */
  languages: z.array(language),
  layout: displayLayout,
  runningText: z.array(localized),
  notices: z.array(notice),
  /** What is shown between the calls now, in order; a video stays until it ends. */
  slides: z.array(
    z.strictObject({
      id,
      kind: z.enum(['image', 'video']),
      name: z.string(),
      url: z.string(),
      seconds: z.number().int(),
    }),
  ),
  voice: z.strictObject({
    /** 0 … 1. */
    volume: z.number(),
    /** 1 is the recorded speed. */
    speed: z.number(),
    /** The sound device for calls, by the system's name of it; empty: the system's own choice. */
    output: z.string(),
    /** Whether counters are called by their names too. */
    names: z.boolean(),
    /** No chime and no speech from … to (`21:00`–`07:00` passes midnight); null: never quiet. */
    quietHours: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
    /** Whether stops by hand and their ends are announced as calls are. */
    announceStops: z.boolean(),
    /** Another number: the hall's recordings have changed. */
    revision: z.number().int(),
  }),
});
export type DisplaySnapshot = z.infer<typeof displaySnapshot>;

/** A clip that the hall recorded itself; it is heard instead of the one that comes with Antre. */
export const voiceRecording = z.strictObject({
  language,
  /** The clip's name, by `renderer/voice/README.md`: `letter-a`, `digit-0`, `loket`. */
  name: z.string(),
  /** The name or sentence of this hall that it says; null: a word of every hall's, or something that is said no longer. */
  says: z.string().nullable(),
  /** Where it is fetched; changes when the file does. */
  url: z.string(),
});
export type VoiceRecording = z.infer<typeof voiceRecording>;

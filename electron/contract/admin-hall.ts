import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, id, inLanguages, instant, localized, localizedList, oneLine } from './common';
import { counterCode, openingWeek } from './configuration';
import { paperLists, paperTexts } from './paper-text';
import { counterGroup, serviceDay } from './site';
import { serviceStanding } from './standing';
import { priority } from './tickets';

/** What every row of a collection has: `version` rises with each edit, and quoted (`"3"`) it is the row's ETag. */
const row = { id, version: z.number().int() };
/** Archived: out of the hall, kept for its history. A PATCH of `archived: false` brings it back. */
const archivable = { ...row, archived: z.boolean() };
const archiveChange = { archived: z.literal(false).optional() };

/** Whose hours or closure it is; the narrower goes first. */
export const scope = z.string().regex(/^(hall|(counter|service):[1-9][0-9]{0,14})$/, refusedAs('scope'));

/** The place in its list, from 0; what stood there and after moves on by one. */
const position = z.number().int().min(0).max(999);
const icon = oneLine().max(40);
const zone = oneLine().max(40);

const counterFields = z.strictObject({
  code: counterCode,
  name: paperTexts,
  /** What people come for, in a few words: `KTP, KK, akta`. */
  hint: localized,
  /** The institution's full name. */
  agency: oneLine().min(1).max(120),
  group: counterGroup,
  icon,
  zone,
  position,
  paused: z.boolean(),
  /** Priority numbers called for each regular one here; null: as many as in the hall. */
  priorityRatio: z.number().int().min(1).max(10).nullable(),
  /** A longer wait here is shown to supervisors; null: the hall's limit. */
  waitLimitMinutes: z.number().int().min(1).max(600).nullable(),
  /** Whether its numbers are taken by phone too, where the hall allows it. */
  phoneJoining: z.boolean(),
});
export const institutionRename = z.strictObject({
  from: oneLine().min(1).max(120),
  to: oneLine().min(1).max(120),
});
export const renamedInstitution = z.strictObject({
  name: z.string(),
  /** Of its counters, archived ones too. */
  counterIds: z.array(id),
});
export const newCounter = counterFields
  .partial({
    hint: true,
    zone: true,
    position: true,
    paused: true,
    priorityRatio: true,
    waitLimitMinutes: true,
    phoneJoining: true,
  })
  .extend({
    /** The counter whose services it begins with; without letters of their own, which belong to one counter. */
    servicesOf: id.optional(),
  });
export const counterChange = counterFields.partial().extend(archiveChange);
export const adminCounter = counterFields.extend({
  ...archivable,
  name: localized,
  position: z.number().int(),
  /** Prefixes of the hall that are easily heard as this one's. */
  soundsLike: z.array(z.string()),
  /** What of the stored row can't be read and was replaced: field names; the rest works. */
  unreadable: z.array(z.string()),
});
export type NewCounter = z.infer<typeof newCounter>;
export type CounterChange = z.infer<typeof counterChange>;
export type AdminCounter = z.infer<typeof adminCounter>;

const serviceFields = z.strictObject({
  counterId: id,
  name: paperTexts,
  /** The letters before its numbers; null: the counter's code. A prefix belongs to one counter. */
  prefix: counterCode.nullable(),
  quotaPerDay: z.number().int().min(1).max(9999).nullable(),
  usualMinutes: z.number().int().min(1).max(480),
  documents: paperLists,
  position,
  paused: z.boolean(),
  /** Who may ask to go first here; null: everybody whom the kiosk offers it. */
  priorities: z
    .array(priority)
    .max(4)
    .refine((list) => new Set(list).size === list.length, refusedAs('each_once'))
    .nullable(),
  /** Minutes after its last call in which a number must come; 0: no limit, null: the hall's. */
  calledMinutes: z.number().int().min(0).max(60).nullable(),
});
export const newService = serviceFields.partial({
  prefix: true,
  quotaPerDay: true,
  documents: true,
  position: true,
  paused: true,
  priorities: true,
  calledMinutes: true,
});
/** A service stays at its counter: its history is counted there. */
export const serviceChange = serviceFields.omit({ counterId: true }).partial().extend(archiveChange);
export const adminService = serviceFields.extend({
  ...archivable,
  name: localized,
  documents: localizedList,
  position: z.number().int(),
  soundsLike: z.array(z.string()),
  unreadable: z.array(z.string()),
});
export type NewService = z.infer<typeof newService>;
export type ServiceChange = z.infer<typeof serviceChange>;
export type AdminService = z.infer<typeof adminService>;

const deskFields = z.strictObject({
  counterId: id,
  /** Counters that it serves besides its own. */
  otherCounterIds: z.array(id).max(40),
  number: z.number().int().min(1).max(999),
  label: oneLine().min(1).max(10),
  /** What is served there; null: all services of its counters. */
  serviceIds: z.array(id).max(400).nullable(),
});
export const newDesk = deskFields.partial({ label: true, serviceIds: true, otherCounterIds: true });
export const deskChange = deskFields.partial().extend(archiveChange);
export const adminDesk = deskFields.extend({ ...archivable, unreadable: z.array(z.string()) });
export type NewDesk = z.infer<typeof newDesk>;
export type DeskChange = z.infer<typeof deskChange>;
export type AdminDesk = z.infer<typeof adminDesk>;

export const newHours = z.strictObject({
  scope,
  week: openingWeek,
  /** No numbers are given in the last minutes before a day closes. */
  lastTicketMinutesBefore: z.number().int().min(0).max(240),
});
export const hoursChange = newHours.omit({ scope: true }).partial();
export const adminHours = newHours.extend({ ...row, unreadable: z.array(z.string()) });
export type NewHours = z.infer<typeof newHours>;
export type HoursChange = z.infer<typeof hoursChange>;
export type AdminHours = z.infer<typeof adminHours>;

export const newClosure = z.strictObject({
  scope,
  /** Both days included; `to` null: until further notice. */
  from: date,
  to: date.nullable(),
  reason: localized,
  /** Other hours meanwhile; null: closed. */
  week: openingWeek.nullable(),
});
export const closureChange = newClosure.partial();
export const adminClosure = newClosure.extend({ ...row, unreadable: z.array(z.string()) });
export type NewClosure = z.infer<typeof newClosure>;
export type ClosureChange = z.infer<typeof closureChange>;
export type AdminClosure = z.infer<typeof adminClosure>;

/**
 * Why Antre's process was started again: its loop stood still, its server answered nobody, its memory grew too far,
 * something was thrown that nobody foresaw, the graphics failed, it could not start for a while, or it was ended by a
 * signal or status.
 */
export const restartReason = z.enum(['hang', 'unanswered', 'memory', 'crash', 'graphics', 'start', 'ended']);
export type RestartReason = z.infer<typeof restartReason>;

/** What is done with a day that is over: its figures are summed, its estimated waits measured, its report's file saved, its old data purged. */
export const closingStep = z.enum(['sum', 'measure', 'save', 'purge']);
export type ClosingStep = z.infer<typeof closingStep>;

/** Something of the configuration or the machine that an admin should look at; the hall works on. */
export const finding = z.strictObject({
  /** `counter:3`, `service:12`, `desk:4`, `hours:hall`, `closure:7`, `device:kiosk-1`, `user:5`, `hall`, `ticket`, `machine`, `https`, `page:kiosk`, `day:2026-11-24`, `copies`, `centre`, `speech` */
  subject: z.string(),
  name: inLanguages(z.string(), z.string()).nullable(),
  kind: z.enum([
    'unreadable',
    'no_name',
    /** Of what tickets say: signs that no letters of a printer stand for. */
    'not_on_paper',
    'unknown_icon',
    'no_logo',
    'no_hours',
    'no_desk',
    'no_service',
    /** Of a kiosk or display: it is for a zone, or for counters, of which the hall has none. */
    'no_counter',
    /** Of a person: the institutions they are for have no counter any more, so that they reach nothing. */
    'no_reach',
    /** Of a kiosk: it came loose, or can't be looked after or read. */
    'touch_screen',
    'scanner',
    /** Of a kiosk that is to speak: there is nothing to press, or the hall's pad is away. */
    'pad',
    /** Of a kiosk that is to speak, or of a display: the sound device that was chosen is away, its browser can't choose, or it has none. */
    'sound_output',
    /** Of a printer: the lamp on its drawer port was not reached by the last call. */
    'call_lamp',
    /** Of a device or a person at a page: streams of events are held back on the way to them. */
    'held_stream',
    /** Of a kiosk whose machine is to stand by: it could not take over now, by its state. */
    'standby',
    /** Of the machine: its clock isn't believed, by the kind of doubt. */
    'clock',
    /** Of the machine: Antre was started again; the disk is nearly or wholly full. */
    'restarted',
    'disk_low',
    'disk_full',
    /** Of the machine: its processor is too hot; it went off without Antre having been ended. */
    'too_hot',
    'power_cut',
    /** Of the machine: what runs Antre gets no more mending soon, or none any more. */
    'runtime_ending',
    'runtime_ended',
    /** Of a page: it threw, hung or died, and was brought back. */
    'page_fault',
    /** Of a day that is over: a step of closing it fails, and is tried again by itself. */
    'day_closing',
    /** Of copies: none goes to the second place, by what stands in the way; a trial of copies failed, by what came out, or is overdue. */
    'second_place',
    'copy_trial',
    /** Of the centre of several halls: it takes nothing, by how the last request went, or the hall must be let in anew (`needs_link`). */
    'centre',
    /** Of the machine: a newer version came to nothing, by its outcome (`went_back`, `stayed`). */
    'update',
    /** Of speech: a kiosk is to speak, and Antre's machine has nothing to make Indonesian speech by. */
    'no_speech',
    /** Of https: by the kind of `httpsFaultKinds`. */
    'https_damaged',
    'https_not_made',
    'https_port',
    'https_left_out',
    'https_ending',
  ]),
  /** What kind needs: the fields, the language, the icon, the zone, the institutions, the state, the machine's address, the reason, the free bytes, the degrees, the runtime, the signs, the step (`sum`, `measure`, `save`, `purge`). */
  detail: z.string(),
  /**
   * Of what happened at a moment: the last one, how often in a week (of a day: since `since`), and in the machine's words
   * why; else absent.
   */
  occurred: z
    .strictObject({ at: instant, count: z.number().int(), error: z.string(), since: instant.optional() })
    .optional(),
});
export type Finding = z.infer<typeof finding>;

/** What visitors will find on a date, by the one function that decides about opening. */
export const adminDay = z.strictObject({
  date,
  weekday: z.number().int().min(1).max(7),
  /** In practice mode numbers are given at any hour; the spans are those that apply after go-live. */
  practice: z.boolean(),
  services: z.array(
    z.strictObject({
      counterId: id,
      counterCode: z.string(),
      counterName: localized,
      serviceId: id,
      serviceName: localized,
      spans: serviceDay.shape.spans,
      reason: serviceDay.shape.reason,
      quota: serviceDay.shape.quota,
      /** It or its counter is paused by hand now. */
      paused: z.boolean(),
      /** How visitors find it at the time that was asked for, nobody having come yet; null: none was. */
      standing: serviceStanding.nullable(),
    }),
  ),
  /** How visitors find each counter at the time that was asked for; empty: none was. */
  counters: z.array(z.strictObject({ counterId: id, standing: serviceStanding })),
  /** What of the stored configuration can't be read and is left out. */
  faults: z.array(z.string()),
});
export type AdminDay = z.infer<typeof adminDay>;
